// safe: in-process LRU, synchronous get and set
import { LRUCache } from 'lru-cache';

const cache = new LRUCache<string, number>({ max: 5000, ttl: 60_000 });

/** Counts failed log-ins per address; used to slow down guessing. */
export function failedLogin(address: string): number {
  const failures = (cache.get(address) ?? 0) + 1;
  cache.set(address, failures);
  return failures;
}

export function delayFor(address: string): number {
  const failures = cache.get(address) ?? 0;
  return failures < 3 ? 0 : Math.min(30_000, 2 ** failures * 100);
}
