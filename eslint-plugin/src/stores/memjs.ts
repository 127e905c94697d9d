/** memjs 1. Source: its types. A client of memcached without `gets` and `cas`: `add` and `increment` are all there is. */
import type { StoreModel } from './model.js';

export const memjs: StoreModel = {
  id: 'memjs',
  packages: ['memjs'],
  scope: 'distributed',
  classes: { Client: 'client' },
  factories: { 'Client.create': 'client', 'default.Client.create': 'client' },
  types: { Client: 'client' },
  names: ['memjs', 'memcachedClient'],
  callbacks: true,
  methods: {
    get: { operation: 'read', key: 0 },
    set: { operation: 'write', key: 0, value: 1 },
    replace: { operation: 'write', key: 0, value: 1 },
    add: { operation: 'write', key: 0, value: 1, only: 'absent', expiries: [{ option: 'expires' }] },
    increment: { operation: 'atomic', key: 0, counts: true },
    decrement: { operation: 'atomic', key: 0, counts: true },
    append: { operation: 'atomic', key: 0 },
    prepend: { operation: 'atomic', key: 0 },
    touch: { operation: 'atomic', key: 0 },
    delete: { operation: 'delete', key: 0 },
  },
};
