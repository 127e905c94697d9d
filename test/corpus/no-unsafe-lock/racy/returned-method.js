import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { RELEASE } from './scripts.js';

const redis = new Redis();

async function store(id, profile) {
  await redis.hset(`profile:${id}`, profile);
}

export async function saveProfile(id, profile) {
  const token = randomUUID();
  const lock = `lock:profile:${id}`;
  if (!(await redis.set(lock, token, 'PX', 4000, 'NX'))) return undefined;
  try {
    return store(id, profile); // RACE
  } finally {
    await redis.eval(RELEASE, 1, lock, token);
  }
}
