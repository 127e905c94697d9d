/** memcached 2. Source: its README. Callbacks, or promisified; `gets` gives what `cas` compares. */
import type { StoreModel } from './model.js';

export const memcached: StoreModel = {
  id: 'memcached',
  packages: ['memcached'],
  scope: 'distributed',
  classes: { default: 'client', Memcached: 'client' },
  types: { default: 'client', Memcached: 'client' },
  conventions: ['memcached', 'memcachedClient'],
  callbacks: true,
  methods: {
    get: { operation: 'read', key: 0 },
    gets: { operation: 'read', key: 0 },
    getMulti: { operation: 'read', key: { names: 0 }, keyed: true },
    set: { operation: 'write', key: 0, value: 1 },
    replace: { operation: 'write', key: 0, value: 1 },
    add: { operation: 'write', key: 0, value: 1, only: 'absent', expiries: [{ at: 2 }] },
    cas: { operation: 'write', key: 0, value: 1, only: 'matches', throws: true },
    append: { operation: 'atomic', key: 0 },
    prepend: { operation: 'atomic', key: 0 },
    incr: { operation: 'atomic', key: 0, counts: true },
    decr: { operation: 'atomic', key: 0, counts: true },
    touch: { operation: 'atomic', key: 0 },
    del: { operation: 'delete', key: 0 },
  },
};
