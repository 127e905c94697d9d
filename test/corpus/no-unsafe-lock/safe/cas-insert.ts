// safe: the first version of a value, then compare and set; not a lock
import { Redis } from 'ioredis';

const redis = new Redis();

export async function put(key: string, change: (before: string | null) => string): Promise<string> {
  for (let i = 0; i < 20; i++) {
    const before = await redis.get(key);
    const after = change(before);
    const reply = before === null ? await redis.set(key, after, 'NX') : await redis.set(key, after, 'IFEQ', before);
    if (reply === 'OK') return after;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('gave up');
}
