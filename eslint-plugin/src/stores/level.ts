/**
 * level 7 to 10, and what else speaks abstract-level. Source: its types. One process has the database open, and nothing
 * in it compares and sets.
 */
import type { StoreModel } from './model.js';

export const level: StoreModel = {
  id: 'level',
  packages: [
    'level',
    'classic-level',
    'memory-level',
    'browser-level',
    'abstract-level',
    'levelup',
    'level-mem',
    'level-rocksdb',
    'rave-level',
    'many-level',
  ],
  scope: 'process',
  classes: {
    Level: 'client',
    ClassicLevel: 'client',
    MemoryLevel: 'client',
    BrowserLevel: 'client',
    default: 'client',
  },
  factories: { default: 'client' },
  types: {
    Level: 'client',
    ClassicLevel: 'client',
    MemoryLevel: 'client',
    BrowserLevel: 'client',
    AbstractLevel: 'client',
    AbstractSublevel: 'client',
    LevelUp: 'client',
  },
  names: ['leveldb', 'levelDb'],
  callbacks: true,
  derived: {
    sublevel: { role: 'client', separate: true },
    batch: { role: 'batch', transaction: true },
  },
  send: ['write'],
  methods: {
    get: { operation: 'read', key: 0 },
    getSync: { operation: 'read', key: 0 },
    getMany: { operation: 'read', key: { names: 0 } },
    has: { operation: 'check', key: 0 },
    put: { operation: 'write', key: 0, value: 1 },
    batch: { operation: 'write', key: { at: 0, property: 'key' }, value: { at: 0, property: 'value' } },
    del: { operation: 'delete', key: 0 },
  },
};
