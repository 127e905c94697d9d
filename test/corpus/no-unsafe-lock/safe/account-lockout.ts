// safe: an account that is locked for its owner, not a lock between callers
import { Redis } from 'ioredis';

const redis = new Redis();

export async function lockAccount(user: string): Promise<void> {
  await redis.set(`account:${user}:blocked`, '1', 'NX');
}

export async function isBlocked(user: string): Promise<boolean> {
  return (await redis.exists(`account:${user}:blocked`)) === 1;
}
