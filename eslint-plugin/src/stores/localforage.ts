/** localForage 1, and React Native's AsyncStorage, which has the same methods. Source: their documentation. Nothing is atomic. */
import type { StoreModel } from './model.js';

const shared = {
  callbacks: true,
  methods: {
    getItem: { operation: 'read', key: 0 },
    multiGet: { operation: 'read', key: { names: 0 } },
    setItem: { operation: 'write', key: 0, value: 1 },
    mergeItem: { operation: 'atomic', key: 0 },
    removeItem: { operation: 'delete', key: 0 },
  },
} as const satisfies Partial<StoreModel>;

export const localforage: StoreModel = {
  ...shared,
  id: 'localforage',
  packages: ['localforage'],
  scope: 'host',
  instances: { default: 'client', '*': 'client' },
  factories: { createInstance: 'client', 'default.createInstance': 'client' },
  globals: { localforage: 'client' },
  types: { LocalForage: 'client' },
  ambientTypes: { LocalForage: 'client' },
};

export const asyncStorage: StoreModel = {
  ...shared,
  id: 'async-storage',
  packages: ['@react-native-async-storage/async-storage', '@react-native-community/async-storage'],
  scope: 'process',
  instances: { default: 'client' },
  types: { AsyncStorageStatic: 'client' },
  space: 'async-storage',
};
