import Redis from 'ioredis';
import { randomUUID } from 'node:crypto';

const redis = new Redis();
const keyOf = (name) => `locks:${name}`;

export async function acquireLock(name, seconds = 10) {
  const token = randomUUID();
  const reply = await redis.set(keyOf(name), token, 'EX', seconds, 'NX');
  return reply ? token : null;
}

export async function releaseLock(name) {
  await redis.del(keyOf(name)); // RACE
}
