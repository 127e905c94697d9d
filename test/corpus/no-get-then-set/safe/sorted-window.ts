// safe: sliding window on a sorted set, in one MULTI
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

const redis = new Redis();

export async function slide(user: string, limit: number, ms: number) {
  const now = Date.now();
  const key = `window:${user}`;
  const res = await redis
    .multi()
    .zremrangebyscore(key, 0, now - ms)
    .zadd(key, now, `${now}-${randomUUID()}`)
    .zcard(key)
    .pexpire(key, ms)
    .exec();
  const count = Number(res?.[2]?.[1] ?? 0);
  return { ok: count <= limit, count };
}
