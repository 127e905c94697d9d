/**
 * conf, configstore and electron-store: settings in a file, synchronous, read again before each write. Source: their READMEs and
 * sources. In one process a get and a set with nothing between them are one step; processes overwrite each other.
 */
import type { MethodModel, StoreModel } from './model.js';

const set: MethodModel = {
  operation: 'write',
  key: 0,
  value: 1,
  single: { operation: 'write', entries: { of: 'keys', from: 0 } },
};

const shared = {
  scope: 'host',
  sync: true,
  methods: {
    get: { operation: 'read', key: 0 },
    has: { operation: 'check', key: 0 },
    set,
    delete: { operation: 'delete', key: 0 },
    appendToArray: { operation: 'atomic', key: 0 },
  },
} as const satisfies Partial<StoreModel>;

export const conf: StoreModel = {
  ...shared,
  id: 'conf',
  packages: ['conf'],
  classes: { default: 'client', Conf: 'client' },
  types: { default: 'client', Conf: 'client' },
};

export const configstore: StoreModel = {
  ...shared,
  id: 'configstore',
  packages: ['configstore'],
  classes: { default: 'client' },
  types: { default: 'client' },
  names: ['configstore'],
};

export const electronStore: StoreModel = {
  ...shared,
  id: 'electron-store',
  packages: ['electron-store'],
  classes: { default: 'client' },
  types: { default: 'client' },
  names: ['electronStore'],
};
