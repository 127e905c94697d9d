// safe: checked and set under a lock that all processes respect
import Redis from 'ioredis';
import Redlock from 'redlock';

const redis = new Redis();
const redlock = new Redlock([redis]);

export async function reserve(seat: string, user: string): Promise<boolean> {
  const lock = await redlock.acquire([`lock:seat:${seat}`], 5000);
  try {
    if (await redis.get(`seat:${seat}`)) return false;
    await redis.set(`seat:${seat}`, user);
    return true;
  } finally {
    await lock.release();
  }
}
