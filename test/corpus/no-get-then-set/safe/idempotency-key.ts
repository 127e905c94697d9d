// safe: claimed by NX; the stored response comes from the handler
import Redis from 'ioredis';

const redis = new Redis();

export async function idempotent<T>(key: string, handler: () => Promise<T>): Promise<T> {
  const k = `idem:${key}`;
  const claimed = await redis.set(k, 'pending', 'EX', 60, 'NX');
  if (claimed !== 'OK') {
    const stored = await redis.get(k);
    if (!stored || stored === 'pending') throw new Error('request in progress');
    return JSON.parse(stored) as T;
  }
  const response = await handler();
  await redis.set(k, JSON.stringify(response), 'EX', 86400);
  return response;
}
