// safe: WATCH on a connection leased from the pool, conflict is retried
import { createClientPool, WatchError } from 'redis';

const pool = await createClientPool({ url: process.env.REDIS_URL }).connect();

export async function mutate<T>(key: string, fn: (value: T | null) => T, attempts = 10): Promise<T> {
  return pool.execute(async (client) => {
    for (let i = 0; i < attempts; i++) {
      await client.watch(key);
      const raw = await client.get(key);
      const next = fn(raw === null ? null : (JSON.parse(raw) as T));
      try {
        await client.multi().set(key, JSON.stringify(next)).exec();
        return next;
      } catch (err) {
        if (!(err instanceof WatchError)) throw err;
      }
    }
    throw new Error(`too much contention on ${key}`);
  });
}
