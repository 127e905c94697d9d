import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

const redis = new Redis();

const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

async function acquire(lock: string, token: string): Promise<void> {
  while ((await redis.set(lock, token, 'PX', 4000, 'NX')) !== 'OK') { // RACE no-unsafe-lock
    await new Promise((r) => setTimeout(r, 25));
  }
}

export async function correctCount(bin: string, delta: number): Promise<number> {
  const token = randomUUID();
  const lock = `lock:bin:${bin}`;
  let count: number;

  await acquire(lock, token);
  try {
    count = Number((await redis.get(`bin:${bin}`)) ?? '0');
  } finally {
    await redis.eval(RELEASE, 1, lock, token);
  }

  count += delta;
  await redis.set(`bin:${bin}`, count); // RACE
  return count;
}
