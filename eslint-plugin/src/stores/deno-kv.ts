/** Deno KV, also as `@deno/kv` in Node. Source: https://docs.deno.com/deploy/kv/manual/operations/. Keys are lists. */
import type { StoreModel } from './model.js';

export const denoKv: StoreModel = {
  id: 'deno-kv',
  packages: ['@deno/kv'],
  scope: 'distributed',
  factories: { openKv: 'client' },
  ambientFactories: { 'Deno.openKv': 'client' },
  types: { Kv: 'client', AtomicOperation: 'batch' },
  ambientTypes: { 'Deno.Kv': 'client', 'Deno.AtomicOperation': 'batch' },
  derived: { atomic: { role: 'batch', transaction: true } },
  send: ['commit'],
  validates: ['check'],
  expectsAbsent: { method: 'check', last: null, property: 'versionstamp' },
  methods: {
    get: { operation: 'read', key: { together: [0] } },
    getMany: { operation: 'read', key: { from: 0 } },
    set: { operation: 'write', key: { together: [0] }, value: 1, expiries: [{ option: 'expireIn' }] },
    delete: { operation: 'delete', key: { together: [0] } },
    sum: { operation: 'atomic', key: { together: [0] }, counts: true },
    min: { operation: 'atomic', key: { together: [0] } },
    max: { operation: 'atomic', key: { together: [0] } },
  },
};
