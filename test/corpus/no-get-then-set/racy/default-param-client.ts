import Redis from 'ioredis';

const shared = new Redis(process.env.REDIS_URL ?? 'redis://localhost:6379');

export async function spend(orgId: string, tokens: number, client: Redis = shared): Promise<number> {
  const budgetKey = ['org', orgId, 'budget'].join(':');
  const left = Number((await client.get(budgetKey)) ?? 100_000);
  const remaining = left - tokens;
  if (remaining < 0) throw new RangeError('budget exhausted');
  await client.set(budgetKey, remaining.toString()); // RACE
  return remaining;
}
