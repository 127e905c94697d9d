import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

const DAY = 24 * 60 * 60 * 1000;

export async function extendSubscription(accountId: string, days: number): Promise<Date> {
  const key = `sub:${accountId}:until`;
  const until = await redis.get<string>(key);
  const base = until ? new Date(until) : new Date();
  const extended = new Date(base.getTime() + days * DAY);
  await redis.set(key, extended.toISOString()); // RACE
  return extended;
}
