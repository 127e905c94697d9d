import { Redis } from 'ioredis';
import Redlock from 'redlock';

const redis = new Redis();
const redlock = new Redlock([redis]);

export async function publishDraft(id: string, html: string): Promise<void> {
  const lock = await redlock.acquire([`lock:draft:${id}`], 3000);
  try {
    redis.set(`page:${id}`, html); // RACE
  } finally {
    await lock.release();
  }
}
