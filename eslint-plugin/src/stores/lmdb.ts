/**
 * lmdb 2 and 3. Source: its README and types. `get` is synchronous and sees what is committed; `put` commits later, so two
 * executions read the same value even where neither waits in between. Several processes may have it open.
 */
import type { StoreModel } from './model.js';

export const lmdb: StoreModel = {
  id: 'lmdb',
  packages: ['lmdb', 'lmdb-store'],
  scope: 'host',
  factories: { open: 'client', openAsClass: 'client', default: 'client' },
  types: { Database: 'client', RootDatabase: 'client' },
  derived: { openDB: { role: 'client', separate: true } },
  alone: {
    transaction: 0,
    transactionAsync: 0,
    transactionSync: 0,
    childTransaction: 0,
  },
  // Only where the version is still the one that was read, or nothing is there.
  ifUnchanged: { ifVersion: 2, ifNoExists: 1 },
  methods: {
    get: { operation: 'read', key: { together: [0] }, sync: true },
    getEntry: { operation: 'read', key: { together: [0] }, sync: true },
    doesExist: { operation: 'check', key: { together: [0] }, sync: true },
    put: { operation: 'write', key: { together: [0] }, value: 1 },
    putSync: { operation: 'write', key: { together: [0] }, value: 1, sync: true },
    remove: { operation: 'delete', key: { together: [0] } },
    removeSync: { operation: 'delete', key: { together: [0] }, sync: true },
  },
};
