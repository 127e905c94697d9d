import { createClient } from 'redis';

const client = createClient();
await client.connect();

export async function withSeatLock<T>(show: string, work: () => Promise<T>): Promise<T | undefined> {
  const key = `seat-lock:${show}`;
  const ok = await client.set(key, '1', { NX: true }); // RACE
  if (ok === null) return undefined;
  try {
    return await work();
  } finally {
    await client.del(key);
  }
}
