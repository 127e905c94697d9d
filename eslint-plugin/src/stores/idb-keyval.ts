/** idb-keyval 5 and 6. Source: its README. Each call is a transaction of its own; `update` reads and writes in one. */
import type { StoreModel } from './model.js';

export const idbKeyval: StoreModel = {
  id: 'idb-keyval',
  packages: ['idb-keyval'],
  scope: 'host',
  functions: true,
  space: 'idb-keyval',
  methods: {
    get: { operation: 'read', key: 0 },
    getMany: { operation: 'read', key: { names: 0 } },
    set: { operation: 'write', key: 0, value: 1 },
    // setMany([[key, value], …])
    setMany: { operation: 'write', key: { at: 0, property: '0' }, value: { at: 0, property: '1' } },
    update: { operation: 'atomic', key: 0 },
    del: { operation: 'delete', key: 0 },
    delMany: { operation: 'delete', key: { names: 0 } },
  },
};
