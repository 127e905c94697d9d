// safe: the time of the last activity is written over on purpose
import { Redis } from 'ioredis';
import { work } from './work.js';

const redis = new Redis();

export async function runAll(items: string[]): Promise<void> {
  await Promise.all(
    items.map(async (item) => {
      await work(item);
      await redis.set('worker:last-seen', Date.now());
    }),
  );
}
