/**
 * idb 5 to 8. Source: its README. Each call of the database is a transaction of its own; those of an object store are
 * in the one transaction that gave it.
 */
import type { StoreModel } from './model.js';

const record = { together: [0, 1] };

export const idb: StoreModel = {
  id: 'idb',
  packages: ['idb', 'idb/with-async-ittr'],
  scope: 'host',
  factories: { openDB: 'client' },
  types: { IDBPDatabase: 'client' },
  methods: {
    get: { operation: 'read', key: record },
    getKey: { operation: 'check', key: record },
    count: { operation: 'check', key: record },
    put: { operation: 'write', key: { together: [0, 2] }, value: 1, keyInValue: true },
    // Throws where the key is there.
    add: { operation: 'write', key: { together: [0, 2] }, value: 1, only: 'absent', throws: true },
    delete: { operation: 'delete', key: record },
  },
};
