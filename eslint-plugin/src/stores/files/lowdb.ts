/**
 * lowdb 2 to 7. A database is one file, read whole into `data` and written whole from it. An adapter stands
 * for its file, and a database for its adapter's. Source: its documentation and types.
 */
import type { DerivedModel, MethodModel, StoreModel } from '../model.js';
import { FILE_SYSTEM, READ_SELF, WRITE_SELF } from './operations.js';

const PATH: MethodModel['key'] = { of: 'receiver' };

export const lowdbAdapters: StoreModel = {
  ...FILE_SYSTEM,
  id: 'lowdb/adapter',
  packages: ['lowdb/node', 'lowdb'],
  functions: false,
  classes: {
    JSONFile: 'client',
    JSONFileSync: 'client',
    TextFile: 'client',
    TextFileSync: 'client',
    DataFile: 'client',
    DataFileSync: 'client',
  },
  bound: 0,
  methods: { read: READ_SELF, write: WRITE_SELF },
};

/** Makes a database and reads its file. */
const PRESET: MethodModel = { operation: 'read', key: 0 };
const OPENED: DerivedModel = { role: 'client', key: 0 };

export const lowdb: StoreModel = {
  ...FILE_SYSTEM,
  id: 'lowdb',
  packages: ['lowdb', 'lowdb/node'],
  classes: { Low: 'client', LowSync: 'client' },
  factories: { JSONFilePreset: 'client', JSONFileSyncPreset: 'client', JSONPreset: 'client' },
  types: { Low: 'client', LowSync: 'client' },
  bound: 0,
  derived: { JSONFilePreset: OPENED, JSONFileSyncPreset: OPENED, JSONPreset: OPENED },
  methods: {
    JSONFilePreset: PRESET,
    JSONFileSyncPreset: PRESET,
    JSONPreset: PRESET,
    read: { operation: 'read', key: PATH, property: 'data' },
    write: { operation: 'write', key: PATH, property: 'data' },
    // Changes `data` and writes it, in one step of the process.
    update: { operation: 'atomic', key: PATH },
  },
};
