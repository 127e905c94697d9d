// safe: write first, read afterwards
import Redis from 'ioredis';

const redis = new Redis();

export async function putVerified(key: string, value: object): Promise<void> {
  const text = JSON.stringify(value);
  await redis.set(key, text);
  const stored = await redis.get(key);
  if (stored !== text) throw new Error(`write of ${key} did not stick`);
}
