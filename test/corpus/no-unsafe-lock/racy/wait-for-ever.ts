import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { RELEASE } from './scripts.js';

const redis = new Redis();

export async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  const key = `lock:${name}`;
  while ((await redis.set(key, token, 'PX', 10_000, 'NX')) !== 'OK') { // RACE
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    await redis.eval(RELEASE, 1, key, token);
  }
}
