import Redis from 'ioredis';
import { hostname } from 'node:os';

const redis = new Redis();

export async function runIfLeader(task: () => Promise<void>) {
  const leader = await redis.get('cron:leader');
  if (leader === null) {
    await redis.setex('cron:leader', 60, hostname()); // RACE
    await task();
  }
}
