import { randomUUID } from 'node:crypto';
import Redis from 'ioredis';

const redis = new Redis();

/** The id under which a device is known, made on its first visit. */
export async function visitorId(device: string): Promise<string> {
  const known = await redis.get(`visitor:${device}`);
  if (known) return known;
  const id = randomUUID();
  await redis.set(`visitor:${device}`, id); // RACE
  return id;
}
