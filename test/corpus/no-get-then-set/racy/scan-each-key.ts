import Redis from 'ioredis';

export async function chargeStorageFee(redis: Redis, fee: number): Promise<number> {
  let charged = 0;
  const stream = redis.scanStream({ match: 'purse:*', count: 200 });
  for await (const keys of stream as AsyncIterable<string[]>) {
    for (const key of keys) {
      const gold = Number(await redis.get(key));
      if (!Number.isFinite(gold) || gold <= 0) continue;
      await redis.set(key, Math.max(0, gold - fee)); // RACE
      charged++;
    }
  }
  return charged;
}
