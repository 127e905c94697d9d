// safe: lru-cache in memory, no suspension between get and set
import { LRUCache } from 'lru-cache';

const cache = new LRUCache<string, { hits: number; at: number }>({ max: 1000, ttl: 60_000 });

export function touch(key: string): number {
  const entry = cache.get(key) ?? { hits: 0, at: 0 };
  const next = { hits: entry.hits + 1, at: Date.now() };
  cache.set(key, next);
  return next.hits;
}
