// safe: per-key reads feed one summary key
import Redis from 'ioredis';

export async function summarise(redis: Redis, ids: string[]) {
  const totals: Record<string, number> = {};
  for (const id of ids) {
    const raw = await redis.get(`invoice:${id}`);
    if (!raw) continue;
    const { currency, cents } = JSON.parse(raw);
    totals[currency] = (totals[currency] ?? 0) + cents;
  }
  await redis.set('invoice-summary', JSON.stringify(totals));
  return totals;
}
