import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL as string);

type Updater<T> = (current: T | null) => T;

async function update<T>(key: string, fn: Updater<T>): Promise<T> {
  const raw = await redis.get(key);
  const next = fn(raw === null ? null : (JSON.parse(raw) as T));
  await redis.set(key, JSON.stringify(next)); // RACE
  return next;
}

interface Tenant {
  seats: number;
  admins: string[];
}

export const grantAdmin = (tenant: string, user: string) =>
  update<Tenant>(`tenant:${tenant}`, (t) => ({
    seats: t?.seats ?? 1,
    admins: [...(t?.admins ?? []), user],
  }));
