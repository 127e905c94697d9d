import { createClient } from '@vercel/kv';
import { randomUUID } from 'node:crypto';

const kv = createClient({ url: process.env.KV_URL!, token: process.env.KV_TOKEN! });
const UNLOCK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

export async function serially<T>(queue: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  while (!(await kv.set(`queue:${queue}:lock`, token, { nx: true, px: 8000 }))) { // RACE
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  try {
    return await work();
  } finally {
    await kv.eval(UNLOCK, [`queue:${queue}:lock`], [token]);
  }
}
