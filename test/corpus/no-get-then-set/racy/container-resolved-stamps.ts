import { container } from '../container.js';

export async function stamp(card: string): Promise<number> {
  const redis = container.resolve('redis');
  const stamps = parseInt((await redis.hget('cards', card)) ?? '0', 10) + 1;
  await redis.hset('cards', card, stamps); // RACE
  return stamps;
}
