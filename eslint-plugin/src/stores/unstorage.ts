/** unstorage 1, also as Nitro's `useStorage`. Source: https://unstorage.unjs.io/guide; its types. */
import type { StoreModel } from './model.js';

export const unstorage: StoreModel = {
  id: 'unstorage',
  packages: ['unstorage', 'nitropack/runtime', '#imports'],
  scope: 'process',
  backed: { at: 0, by: ['driver'] },
  factories: { createStorage: 'client', prefixStorage: 'client', useStorage: 'client' },
  ambientFactories: { useStorage: 'client' },
  types: { Storage: 'client' },
  methods: {
    getItem: { operation: 'read', key: 0 },
    get: { operation: 'read', key: 0 },
    getItemRaw: { operation: 'read', key: 0 },
    getMeta: { operation: 'check', key: 0 },
    hasItem: { operation: 'check', key: 0 },
    has: { operation: 'check', key: 0 },
    setItem: { operation: 'write', key: 0, value: 1 },
    set: { operation: 'write', key: 0, value: 1 },
    setItemRaw: { operation: 'write', key: 0, value: 1 },
    setItems: {
      operation: 'write',
      key: { at: 0, property: 'key' },
      value: { at: 0, property: 'value' },
    },
    removeItem: { operation: 'delete', key: 0 },
    remove: { operation: 'delete', key: 0 },
    del: { operation: 'delete', key: 0 },
  },
};
