import { Redis } from '@upstash/redis';

interface Report {
  items: { label: string; cents: number }[];
  total: number;
  currency: string;
}

export async function addExpense(redis: Redis, reportId: string, label: string, cents: number) {
  const report = await redis.get<Report>(`report:${reportId}`);
  const { items = [], total = 0, currency = 'EUR' } = report ?? ({} as Partial<Report>);

  const updated: Report = { items: items.concat({ label, cents }), total: total + cents, currency };
  await redis.set(`report:${reportId}`, updated, { ex: 7 * 86400 }); // RACE

  return updated.total;
}
