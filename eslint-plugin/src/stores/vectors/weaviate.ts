/**
 * `weaviate-client` 3.14: `insertMany` and `replace` overwrite an object, `insert` is refused where the id is taken,
 * `update` merges. An id that is left out is made by the client. Source: its types.
 */
import type { StoreModel } from '../model.js';

const MANY = {
  first: [
    { at: 0, path: ['*', 'id'] },
    { at: 0, path: ['objects', '*', 'id'] },
  ],
} as const;
const ID = { at: 0, path: ['id'] } as const;
const PROPERTIES = { at: 0, path: ['properties'] } as const;

export const weaviate: StoreModel = {
  id: 'weaviate',
  family: 'vectors',
  packages: ['weaviate-client'],
  scope: 'distributed',
  factories: {
    'default.connectToLocal': 'client',
    'default.connectToWeaviateCloud': 'client',
    'default.connectToCustom': 'client',
    connectToLocal: 'client',
    connectToWeaviateCloud: 'client',
    connectToCustom: 'client',
  },
  types: { WeaviateClient: 'client', Collection: 'client' },
  namespaces: ['collections', 'data', 'query'],
  derived: {
    get: { role: 'client', separate: true },
    use: { role: 'client', separate: true },
    create: { role: 'client', separate: true },
    withTenant: { role: 'client', separate: true },
  },
  methods: {
    'query.fetchObjectById': { operation: 'read', key: 0 },
    'data.insert': { operation: 'write', only: 'absent', key: ID, value: PROPERTIES, ids: ID },
    'data.insertMany': { operation: 'write', key: MANY, value: 0, ids: MANY },
    'data.replace': { operation: 'write', key: ID, value: PROPERTIES, ids: ID },
    'data.update': { operation: 'write', key: ID, value: PROPERTIES },
    'data.deleteById': { operation: 'delete', key: 0 },
  },
};
