import { Redis } from 'ioredis';
import { payAll } from './bank.js';

const redis = new Redis();

export async function payBatch(batch: string) {
  const lock = `payout:${batch}:lock`;
  const taken = await redis.set(lock, 'worker', 'EX', 30, 'NX');
  if (taken !== 'OK') return { skipped: true };
  try {
    return { paid: await payAll(batch) };
  } finally {
    await redis.del(lock); // RACE
  }
}
