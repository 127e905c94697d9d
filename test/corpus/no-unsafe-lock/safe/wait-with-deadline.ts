// safe: the wait has an end
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { RELEASE } from './scripts.js';

const redis = new Redis();

export async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  const key = `lock:${name}`;
  const deadline = Date.now() + 5000;
  while ((await redis.set(key, token, 'PX', 10_000, 'NX')) !== 'OK') {
    if (Date.now() > deadline) {
      throw Object.assign(new Error(`${name} is locked`), { code: 'LOCK_HELD', retryAfterMs: 1000 });
    }
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    await redis.eval(RELEASE, 1, key, token);
  }
}
