/**
 * lowdb 2 to 7, as an object: `read` replaces `data` by what is in the file, `write` saves it. Source: its source. `update`
 * changes and saves what is in memory, in one step.
 */
import type { StoreModel } from './model.js';

const WHOLE = { constant: 'data' };

export const lowdb: StoreModel = {
  id: 'lowdb',
  packages: ['lowdb', 'lowdb/node', 'lowdb/browser'],
  scope: 'process',
  classes: { Low: 'client', LowSync: 'client' },
  factories: { JSONFilePreset: 'client', JSONFileSyncPreset: 'client' },
  types: { Low: 'client', LowSync: 'client' },
  names: ['lowdb'],
  methods: {
    read: { operation: 'read', key: WHOLE, loads: 'data' },
    write: { operation: 'write', key: WHOLE, value: { held: 'data' } },
    update: { operation: 'atomic', key: WHOLE },
  },
};
