// safe: a claim that lasts
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export async function claim(name: string, user: string): Promise<boolean> {
  const claimed = await redis.setnx(`username:${name}`, user);
  return claimed === 1;
}

export async function giveUp(name: string): Promise<void> {
  await redis.del(`username:${name}`);
}
