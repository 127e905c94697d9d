import { Redis } from 'ioredis';
import { renderInvoices } from './render.js';

const redis = new Redis(process.env.REDIS_URL ?? '');

export async function runInvoices(month: string): Promise<boolean> {
  const acquired = await redis.setnx(`lock:invoices:${month}`, Date.now()); // RACE
  if (acquired === 0) return false;
  try {
    await renderInvoices(month);
  } finally {
    await redis.del(`lock:invoices:${month}`);
  }
  return true;
}
