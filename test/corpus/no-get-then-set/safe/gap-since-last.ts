// safe: the old time gives the gap that is returned; the time written is now
import Redis from 'ioredis';

const redis = new Redis();

export async function ping(device: string): Promise<number | null> {
  const now = Date.now();
  const last = await redis.hget('last_ping', device);
  await redis.hset('last_ping', device, now);
  return last === null ? null : now - Number(last);
}
