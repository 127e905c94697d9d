// safe: the operation leaves a mark in the same script, and does nothing where the mark is
import { Redis } from 'ioredis';
import pRetry from 'p-retry';

const redis = new Redis();
const ADD_ONCE = `
if redis.call('SET', KEYS[2], '1', 'NX', 'EX', 3600) then return redis.call('INCRBY', KEYS[1], ARGV[1]) end
return redis.call('GET', KEYS[1])`;

export async function credit(account: string, cents: number, operationId: string) {
  return pRetry(() => redis.eval(ADD_ONCE, 2, `balance:${account}`, `done:${operationId}`, cents), { retries: 3 });
}
