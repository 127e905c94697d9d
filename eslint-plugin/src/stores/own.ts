/**
 * A store that a project wrote for itself, where its class or type shows that it reads and writes under a key.
 * Who else can reach it is not known: a lock of one process is taken for enough.
 */
import type { MethodModel, StoreModel } from './model.js';

function modelOf(id: string, key: NonNullable<MethodModel['key']>, value: number): StoreModel {
  const read: MethodModel = { operation: 'read', key };
  const check: MethodModel = { operation: 'check', key };
  const write: MethodModel = { operation: 'write', key, value };
  const remove: MethodModel = { operation: 'delete', key };
  return {
    id,
    packages: [],
    scope: 'process',
    methods: {
      get: read,
      getItem: read,
      read,
      load: read,
      has: check,
      exists: check,
      set: write,
      put: write,
      setItem: write,
      putItem: write,
      write,
      save: write,
      store: write,
      delete: remove,
      remove,
      removeItem: remove,
      del: remove,
    },
  };
}

/** `get(key)` and `set(key, value)`. */
export const OWN_STORE = modelOf('own-store', 0, 1);
/** `get(namespace, key)` and `set(namespace, key, value)`. */
export const OWN_STORE_BY_TWO = modelOf('own-store-by-two', { together: [0, 1] }, 2);

export const OWN_STORES: readonly StoreModel[] = [OWN_STORE, OWN_STORE_BY_TWO];

export function isOwnStore(model: StoreModel): boolean {
  return OWN_STORES.includes(model);
}

/** Text of a class or a type that may be such a store: an asynchronous read or check. */
export const OWN_STORE_TEXT =
  /\basync\s+(?:get|getItem|read|load|has|exists)\s*[(<]|\b(?:get|getItem|read|load|has|exists)\??\s*[(:<][^;{}]{0,200}?\b(?:Promise|PromiseLike|Thenable|Awaitable)</u;
