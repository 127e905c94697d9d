// safe: SET NX token lock, checked, held over read and write, released by owner
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

const redis = new Redis();

const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

export async function correctCount(bin: string, delta: number): Promise<number> {
  const token = randomUUID();
  const lock = `lock:bin:${bin}`;
  const got = await redis.set(lock, token, 'PX', 4000, 'NX');
  if (got !== 'OK') {
    throw new Error(`bin ${bin} is being counted by somebody else`); // RACE no-unsafe-lock
  }
  try {
    const count = Number((await redis.get(`bin:${bin}`)) ?? '0') + delta;
    await redis.set(`bin:${bin}`, count);
    return count;
  } finally {
    await redis.eval(RELEASE, 1, lock, token);
  }
}
