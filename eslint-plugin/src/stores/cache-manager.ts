/**
 * cache-manager 4 to 7, also behind NestJS. Source: its types. `wrap` runs one load for all who wait, so it is
 * no read that a write follows.
 */
import type { StoreModel } from './model.js';

export const cacheManager: StoreModel = {
  id: 'cache-manager',
  packages: ['cache-manager', '@nestjs/cache-manager'],
  scope: 'process',
  backed: { at: 0, by: ['stores', 'store'] },
  factories: {
    createCache: 'client',
    caching: 'client',
    multiCaching: 'client',
    'default.caching': 'client',
  },
  types: {
    Cache: 'client',
    MemoryCache: 'client',
    MultiCache: 'client',
    Store: 'client',
  },
  names: ['cacheManager'],
  callbacks: true,
  methods: {
    get: { operation: 'read', key: 0 },
    mget: { operation: 'read', key: { from: 0 } },
    ttl: { operation: 'check', key: 0 },
    set: { operation: 'write', key: 0, value: 1 },
    // mset([{ key, value }]) since 6
    mset: { operation: 'write', key: { at: 0, property: 'key' }, value: { at: 0, property: 'value' } },
    del: { operation: 'delete', key: 0 },
    mdel: { operation: 'delete', key: { from: 0 } },
  },
};
