/**
 * node-json-db 2 and 3. Source: its README and source. Each call is locked by itself, what lies between two is not; keys are paths.
 */
import type { StoreModel } from './model.js';

export const nodeJsonDb: StoreModel = {
  id: 'node-json-db',
  packages: ['node-json-db'],
  scope: 'process',
  classes: { JsonDB: 'client' },
  types: { JsonDB: 'client' },
  methods: {
    getData: { operation: 'read', key: 0 },
    getObject: { operation: 'read', key: 0 },
    getObjectDefault: { operation: 'read', key: 0 },
    filter: { operation: 'read', key: 0 },
    find: { operation: 'read', key: 0 },
    exists: { operation: 'check', key: 0 },
    count: { operation: 'check', key: 0 },
    getIndex: { operation: 'check', key: 0 },
    push: { operation: 'write', key: 0, value: 1 },
    delete: { operation: 'delete', key: 0 },
  },
};
