// safe: token, expiry, owner-checked release in finally
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { renderInvoices } from './render.js';

const redis = new Redis(process.env.REDIS_URL ?? '');
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

export async function runInvoices(month: string): Promise<boolean> {
  const token = randomUUID();
  const key = `lock:invoices:${month}`;
  const acquired = await redis.set(key, token, 'PX', 60_000, 'NX');
  if (acquired !== 'OK') return false;
  try {
    await renderInvoices(month);
  } finally {
    await redis.eval(RELEASE, 1, key, token);
  }
  return true;
}
