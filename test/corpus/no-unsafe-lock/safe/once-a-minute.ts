// safe: a throttle that ends by itself
import { Redis } from 'ioredis';
import { poll } from './poll.js';

const redis = new Redis();

export async function pollAtMostOncePerMinute(feed: string): Promise<void> {
  const mayPoll = await redis.set(`poll:${feed}`, '1', 'EX', 60, 'NX');
  if (mayPoll) await poll(feed);
}
