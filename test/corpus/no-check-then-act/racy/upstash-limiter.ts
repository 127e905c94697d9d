import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();
const MAX_PER_MINUTE = 20;

export async function checkQuota(userId: string) {
  const bucket = `quota:${userId}:${Math.floor(Date.now() / 60_000)}`;
  const count = (await redis.get<number>(bucket)) ?? 0;
  if (count >= MAX_PER_MINUTE) throw new Error('Too many requests');

  const now = await redis.incr(bucket); // RACE
  if (now === 1) await redis.expire(bucket, 120);
}
