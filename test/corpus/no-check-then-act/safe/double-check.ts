// safe: checked again once the lock is held
import Redis from 'ioredis';
import Redlock from 'redlock';

const redis = new Redis();
const redlock = new Redlock([redis]);

export async function once(id: string, work: () => Promise<void>) {
  if (await redis.exists(`done:${id}`)) return;
  await redlock.using([`lock:${id}`], 10_000, async () => {
    if (await redis.exists(`done:${id}`)) return;
    await work();
    await redis.set(`done:${id}`, '1');
  });
}
