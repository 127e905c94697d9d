/** etcd3 1. Source: its types and README. `put(key).value(value)` writes; `if(…).then(…).commit()` compares and sets. */
import type { StoreModel } from './model.js';

export const etcd3: StoreModel = {
  id: 'etcd3',
  packages: ['etcd3'],
  scope: 'distributed',
  classes: { Etcd3: 'client', Namespace: 'client' },
  types: { Etcd3: 'client', Namespace: 'client', IOptions: 'holder' },
  conventions: ['etcd', 'etcdClient'],
  derived: {
    namespace: { role: 'client', separate: true },
    // What is put with a lease goes with it, and is otherwise a key like any other.
    lease: { role: 'client', lifetime: 'always' },
    if: { role: 'batch', transaction: true },
  },
  send: ['commit'],
  // What is handed to these is sent with the comparison, and only where it holds.
  validates: ['then', 'else', 'and'],
  expectsAbsent: { method: 'if', last: 0 },
  methods: {
    get: { operation: 'read', key: 0 },
    put: { operation: 'write', key: 0, value: 1, completedBy: 'value', endedBy: 'lease', expiries: [] },
    delete: { operation: 'delete', key: 0, completedBy: 'key' },
  },
};
