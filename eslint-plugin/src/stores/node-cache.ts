/** node-cache 4 and 5. Source: its README. Synchronous; a read gives a copy, unless `useClones` is off. */
import type { StoreModel } from './model.js';

export const nodeCache: StoreModel = {
  id: 'node-cache',
  packages: ['node-cache', '@cacheable/node-cache'],
  scope: 'process',
  sync: true,
  classes: { default: 'client', NodeCache: 'client' },
  types: { default: 'client', NodeCache: 'client' },
  names: ['nodeCache'],
  callbacks: true,
  methods: {
    get: { operation: 'read', key: 0 },
    mget: { operation: 'read', key: { names: 0 }, keyed: true },
    has: { operation: 'check', key: 0 },
    getTtl: { operation: 'check', key: 0 },
    set: { operation: 'write', key: 0, value: 1 },
    mset: { operation: 'write', key: { at: 0, property: 'key' }, value: { at: 0, property: 'val' } },
    del: { operation: 'delete', key: { names: 0 } },
    take: { operation: 'atomic', key: 0, takes: true },
  },
};
