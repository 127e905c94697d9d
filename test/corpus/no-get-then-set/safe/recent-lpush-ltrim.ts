// safe: LPUSH and LTRIM, the read builds the response
import Redis from 'ioredis';

const redis = new Redis();

export async function viewed(userId: string, sku: string): Promise<string[]> {
  const key = `recent:${userId}`;
  await redis.multi().lrem(key, 0, sku).lpush(key, sku).ltrim(key, 0, 19).exec();
  return redis.lrange(key, 0, -1);
}
