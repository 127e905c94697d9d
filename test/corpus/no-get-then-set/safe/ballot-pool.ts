// safe: pool.execute leases one connection, WatchError leads to another round
import { createClientPool, WatchError } from 'redis';

const pool = createClientPool({ url: process.env.VOTES_URL }, { minimum: 2, maximum: 20 });
await pool.connect();

type Tally = Record<string, number>;

export async function castVote(ballotId: string, option: string): Promise<Tally> {
  const key = `ballot:${ballotId}`;
  for (let round = 0; round < 8; round++) {
    try {
      return await pool.execute(async (client) => {
        await client.watch(key);
        const tally: Tally = JSON.parse((await client.get(key)) ?? '{}');
        tally[option] = (tally[option] ?? 0) + 1;
        await client.multi().set(key, JSON.stringify(tally)).exec();
        return tally;
      });
    } catch (error) {
      if (!(error instanceof WatchError)) throw error;
    }
  }
  throw new Error('ballot is too busy');
}
