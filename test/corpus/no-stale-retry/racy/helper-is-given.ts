import { createClientPool, WatchError } from 'redis';

const pool = createClientPool();
await pool.connect();

async function replace(key: string, hand: string[]): Promise<void> {
  const text = JSON.stringify(hand);
  for (let tries = 0; tries < 5; tries++) {
    try {
      await pool.execute(async (client) => {
        await client.watch(key);
        await client.multi().set(key, text).exec(); // RACE
      });
      return;
    } catch (error) {
      if (!(error instanceof WatchError)) throw error;
    }
  }
  throw new Error('too many players');
}

async function handOf(key: string): Promise<string[]> {
  return JSON.parse((await pool.get(key)) ?? '[]');
}

export async function draw(game: string, card: string): Promise<void> {
  const key = `hand:${game}`;
  const hand = await handOf(key);
  await replace(key, [...hand, card]);
}
