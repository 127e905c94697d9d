// safe: GETSET swaps in one step
import Redis from 'ioredis';

const redis = new Redis();

export async function flushCounter(name: string, sink: (n: number) => Promise<void>) {
  const taken = Number((await redis.getset(`counter:${name}`, '0')) ?? 0);
  if (taken > 0) await sink(taken);
  return taken;
}
