// safe: LREM tells who removed it, only that one works with it
import Redis from 'ioredis';

const redis = new Redis();

export async function receive(key) {
  const [message] = await redis.lrange(key, 0, 0);
  if (message === undefined) return undefined;
  const removed = await redis.lrem(key, 1, message);
  if (removed === 0) return receive(key);
  return JSON.parse(message);
}
