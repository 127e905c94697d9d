// safe: one connection carries out the commands in the order in which they are sent
import { Redis } from 'ioredis';

const redis = new Redis();

export async function replace(key: string, members: string[]): Promise<void> {
  await Promise.all([redis.del(key), redis.sadd(key, ...members)]);
}
