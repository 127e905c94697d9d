// safe: one process by design, a shared mutex spans read and write
import { Mutex } from 'async-mutex';
import Redis from 'ioredis';

// The kiosk runs this program exactly once, next to its own local Redis.
const redis = new Redis({ path: '/run/kiosk/redis.sock' });
const mutex = new Mutex();

export async function sell(ticket: string): Promise<string[]> {
  return mutex.runExclusive(async () => {
    const raw = await redis.get('kiosk:sold');
    const sold: string[] = raw ? JSON.parse(raw) : [];
    sold.push(ticket);
    await redis.set('kiosk:sold', JSON.stringify(sold));
    return sold;
  });
}
