import Redis from 'ioredis';

const redis = new Redis();

async function update<T>(key: string, fallback: T, fn: (value: T) => T): Promise<T> {
  const raw = await redis.get(key);
  const current = raw === null ? fallback : (JSON.parse(raw) as T);
  const next = fn(current);
  await redis.set(key, JSON.stringify(next)); // RACE
  return next;
}

export const followUser = (me: string, them: string) =>
  update<string[]>(`following:${me}`, [], (list) => [...new Set([...list, them])]); // RACE

export const unfollowUser = (me: string, them: string) =>
  update<string[]>(`following:${me}`, [], (list) => list.filter((x) => x !== them)); // RACE

export async function recordVisit(page: string) {
  await update(`visits:${page}`, 0, (n) => n + 1); // RACE
}
