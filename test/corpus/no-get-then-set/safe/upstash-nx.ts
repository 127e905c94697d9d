// safe: set nx with the answer used
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export async function firstSeen(eventId: string): Promise<boolean> {
  const res = await redis.set(`evt:${eventId}`, Date.now(), { nx: true, ex: 86400 });
  return res !== null;
}
