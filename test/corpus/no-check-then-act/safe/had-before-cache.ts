// safe: what was loaded is kept for others where it is not kept yet; nothing else hangs on it
import Redis from 'ioredis';
import { findCustomer } from './customers.js';

const redis = new Redis();

export async function customerOf(id: string) {
  const customer = await findCustomer(id);
  if (!(await redis.exists(`customer:${id}`))) {
    await redis.set(`customer:${id}`, JSON.stringify(customer), 'EX', 300);
  }
  return customer;
}
