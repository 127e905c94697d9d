// safe: the early check only saves work; the new count is compared again
import Redis from 'ioredis';

const redis = new Redis();

export async function allow(user: string, limit: number) {
  const used = Number(await redis.get(`used:${user}`));
  if (used >= limit) return false;
  const now = await redis.incr(`used:${user}`);
  return now <= limit;
}
