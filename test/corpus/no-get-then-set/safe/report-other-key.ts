// safe: aggregated from one hash, written to a report key
import Redis from 'ioredis';

const redis = new Redis();

export async function dailyReport(day: string) {
  const hits = await redis.hgetall(`hits:${day}`);
  const total = Object.values(hits).reduce((sum, n) => sum + Number(n), 0);
  const top = Object.entries(hits)
    .sort((a, b) => Number(b[1]) - Number(a[1]))
    .slice(0, 10);
  await redis.set(`report:${day}`, JSON.stringify({ total, top }), 'EX', 2592000);
}
