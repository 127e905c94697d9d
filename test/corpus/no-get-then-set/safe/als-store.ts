// safe: request-scoped Map in AsyncLocalStorage
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<Map<string, unknown>>();

export const run = <T>(fn: () => T) => storage.run(new Map(), fn);

export function countQuery(): number {
  const store = storage.getStore();
  if (!store) return 0;
  const n = ((store.get('queries') as number) ?? 0) + 1;
  store.set('queries', n);
  return n;
}
