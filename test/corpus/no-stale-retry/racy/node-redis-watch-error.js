import { createClient, WatchError } from 'redis';

const pool = createClient();

export async function vote(poll, option) {
  const client = pool.duplicate();
  await client.connect();
  const votes = await client.hGetAll(`poll:${poll}`);
  const next = { ...votes, [option]: Number(votes[option] ?? 0) + 1 };
  try {
    for (;;) {
      try {
        await client.watch(`poll:${poll}`);
        await client.multi().hSet(`poll:${poll}`, next).exec(); // RACE
        return next;
      } catch (error) {
        if (error instanceof WatchError) continue;
        throw error;
      }
    }
  } finally {
    await client.quit();
  }
}
