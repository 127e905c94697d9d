// safe: each try watches, reads, and computes anew
import { createClientPool, WatchError } from 'redis';

const pool = createClientPool();
await pool.connect();

async function change(key: string, next: (hand: string[]) => string[]): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    try {
      await pool.execute(async (client) => {
        await client.watch(key);
        const hand = JSON.parse((await client.get(key)) ?? '[]');
        await client.multi().set(key, JSON.stringify(next(hand))).exec();
      });
      return;
    } catch (error) {
      if (!(error instanceof WatchError)) throw error;
    }
  }
  throw new Error('too many players');
}

export async function draw(game: string, card: string): Promise<void> {
  await change(`hand:${game}`, (hand) => [...hand, card]);
}
