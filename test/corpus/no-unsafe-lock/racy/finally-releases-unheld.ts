import { Redis } from 'ioredis';

const redis = new Redis();

export async function digest(user: string, send: () => Promise<void>): Promise<void> {
  const lock = `digest:lock:${user}`;
  try {
    const acquired = await redis.set(lock, Date.now(), 'EX', 120, 'NX');
    if (!acquired) return;
    await send();
  } finally {
    await redis.del(lock); // RACE
  }
}
