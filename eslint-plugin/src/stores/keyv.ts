/** Keyv 4, 5 and 6. Source: its types and README. Without a back end it keeps everything in a `Map`. */
import type { StoreModel } from './model.js';

export const keyv: StoreModel = {
  id: 'keyv',
  packages: ['keyv', '@keyvhq/core'],
  scope: 'process',
  backed: { at: 0, by: ['store', 'uri', 'adapter'] },
  classes: { default: 'client', Keyv: 'client' },
  types: { default: 'client', Keyv: 'client', KeyvStoreAdapter: 'client' },
  names: ['keyv'],
  methods: {
    get: { operation: 'read', key: { names: 0 } },
    getMany: { operation: 'read', key: { names: 0 } },
    getRaw: { operation: 'read', key: 0 },
    has: { operation: 'check', key: 0 },
    set: { operation: 'write', key: 0, value: 1 },
    setMany: {
      operation: 'write',
      key: { at: 0, property: 'key' },
      value: { at: 0, property: 'value' },
    },
    delete: { operation: 'delete', key: { names: 0 } },
    deleteMany: { operation: 'delete', key: { names: 0 } },
  },
};

/** What makes a Keyv that keeps its values in a back end. */
const BACK_ENDS = ['redis', 'valkey', 'postgres', 'mysql', 'mongo', 'memcache', 'etcd', 'dynamo'];

/** `createKeyv` of the back ends' packages. */
export const keyvOfBackEnd: StoreModel = {
  id: keyv.id,
  packages: BACK_ENDS.map((name) => `@keyv/${name}`),
  scope: 'distributed',
  factories: { createKeyv: 'client', createKeyvNonBlocking: 'client' },
  methods: keyv.methods,
};
