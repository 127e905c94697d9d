/**
 * lru-cache 4 to 11, and the caches of its kind. Source: its README. Synchronous; a read gives the object that is kept.
 * `fetch` and `memo` load once for all who ask, so they are no read that a write follows.
 */
import type { StoreModel } from './model.js';

export const lruCache: StoreModel = {
  id: 'lru-cache',
  packages: ['lru-cache', 'quick-lru', 'tiny-lru', '@isaacs/ttlcache', 'mnemonist/lru-cache', 'lru.min'],
  scope: 'process',
  sync: true,
  live: true,
  classes: { default: 'client', LRUCache: 'client', LRU: 'client', TTLCache: 'client' },
  factories: { lru: 'client', createLRU: 'client' },
  types: { default: 'client', LRUCache: 'client', LRU: 'client', TTLCache: 'client' },
  methods: {
    get: { operation: 'read', key: 0 },
    peek: { operation: 'read', key: 0 },
    has: { operation: 'check', key: 0 },
    set: { operation: 'write', key: 0, value: 1 },
    delete: { operation: 'delete', key: 0 },
    del: { operation: 'delete', key: 0 },
  },
};
