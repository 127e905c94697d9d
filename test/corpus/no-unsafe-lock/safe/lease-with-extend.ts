// SAFE: the lease has an end, is renewed while the work goes on, and is given back by its owner only.
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';

const redis = createClient();
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
const EXTEND = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";

export async function lead(name: string, work: () => Promise<void>): Promise<boolean> {
  const key = `lease:${name}`;
  const token = randomUUID();
  const got = await redis.set(key, token, { NX: true, PX: 10_000 });
  if (!got) return false;
  const timer = setInterval(() => {
    void redis.eval(EXTEND, { keys: [key], arguments: [token, '10000'] }).catch(() => undefined);
  }, 3000);
  try {
    await work();
    return true;
  } finally {
    clearInterval(timer);
    await redis.eval(RELEASE, { keys: [key], arguments: [token] });
  }
}
