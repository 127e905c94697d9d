// safe: the session is stored under a new random key
import { randomUUID } from 'node:crypto';
import Redis from 'ioredis';

const redis = new Redis();

export async function regenerate(oldId: string): Promise<string> {
  const raw = await redis.get(`sess:${oldId}`);
  const data = raw ? JSON.parse(raw) : {};
  const newId = randomUUID();
  await redis.set(`sess:${newId}`, JSON.stringify({ ...data, rotatedAt: Date.now() }), 'EX', 3600);
  await redis.del(`sess:${oldId}`);
  return newId;
}
