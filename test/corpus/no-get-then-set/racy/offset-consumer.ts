import type { Redis } from 'ioredis';

export interface Page<T> { items: T[]; total: number }

export async function claimNextPage<T>(
  redis: Redis,
  feed: string,
  fetchPage: (offset: number, limit: number) => Promise<Page<T>>,
  limit = 100,
): Promise<T[]> {
  const offsetKey = `feed:${feed}:offset`;
  const offset = Number.parseInt((await redis.get(offsetKey)) ?? '0', 10);
  const page = await fetchPage(offset, limit);
  await redis.set(offsetKey, String(offset + page.items.length)); // RACE
  return page.items;
}
