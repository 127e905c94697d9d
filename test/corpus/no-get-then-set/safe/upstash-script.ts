// safe: Upstash createScript does it on the server
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

const debit = redis.createScript<number>(`
  local b = tonumber(redis.call('GET', KEYS[1]) or '0')
  if b < tonumber(ARGV[1]) then return -1 end
  return redis.call('DECRBY', KEYS[1], ARGV[1])
`);

export async function charge(account: string, cents: number) {
  const shown = await redis.get<number>(`balance:${account}`);
  const left = await debit.exec([`balance:${account}`], [String(cents)]);
  if (left < 0) throw new Error(`balance ${shown ?? 0} is too low`);
  return left;
}
