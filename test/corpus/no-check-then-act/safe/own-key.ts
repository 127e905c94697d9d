// safe: nobody else can name a key that was just made
import { randomUUID } from 'node:crypto';
import Redis from 'ioredis';

const redis = new Redis();

export async function create(title: string) {
  const id = randomUUID();
  if (await redis.exists(`doc:${id}`)) throw new Error('Astonishing');
  await redis.set(`doc:${id}`, title);
  return id;
}
