// safe: only who removes the job handles it
import Redis from 'ioredis';

const redis = new Redis();

export async function poll(handle: (job: string) => Promise<void>) {
  const due = await redis.zrangebyscore('delayed', 0, Date.now());
  for (const job of due) {
    if ((await redis.zrem('delayed', job)) !== 1) continue;
    await handle(job);
  }
}
