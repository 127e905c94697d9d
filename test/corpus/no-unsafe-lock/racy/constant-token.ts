import { Redis } from 'ioredis';

const redis = new Redis();
const SCRIPT = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

export async function rebuild(tenant: string, build: () => Promise<void>) {
  const key = `lock:rebuild:${tenant}`;
  const ok = await redis.set(key, 'locked', 'PX', 30_000, 'NX');
  if (!ok) return false;
  try {
    await build();
  } finally {
    await redis.eval(SCRIPT, 1, key, 'locked'); // RACE
  }
  return true;
}
