// safe: INCR is atomic; the value is never computed from a read
import Redis from 'ioredis';

const redis = new Redis();

export async function allow(ip: string, limit: number, windowSec: number): Promise<boolean> {
  const bucket = Math.floor(Date.now() / 1000 / windowSec);
  const key = `rl:${ip}:${bucket}`;
  const count = await redis.incr(key);
  if (count === 1) await redis.expire(key, windowSec);
  return count <= limit;
}
