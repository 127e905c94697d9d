/** `@zilliz/milvus2-sdk-node` 3: `upsert` replaces rows, `insert` adds another of the same key. Source: its types. */
import type { MethodModel, StoreModel } from '../model.js';

const IDS = {
  first: [
    { at: 0, path: ['data', '*', 'id'] },
    { at: 0, path: ['fields_data', '*', 'id'] },
  ],
} as const;
const COLLECTION = { at: 0, path: ['collection_name'] } as const;

/** Both write rows; what is there already, they treat alike as far as ids go. */
const write: MethodModel = {
  operation: 'write',
  key: COLLECTION,
  field: IDS,
  value: { at: 0, path: ['data', '*'] },
  ids: IDS,
  within: [
    { at: 0, property: 'collection_name' },
    { at: 0, property: 'partition_name' },
  ],
};

export const milvus: StoreModel = {
  id: 'milvus',
  family: 'vectors',
  packages: ['@zilliz/milvus2-sdk-node'],
  scope: 'distributed',
  classes: { MilvusClient: 'client', HttpClient: 'client' },
  types: { MilvusClient: 'client' },
  names: ['milvus', 'milvusClient'],
  methods: {
    get: { operation: 'read', key: COLLECTION, field: { at: 0, path: ['ids', '*'] } },
    upsert: write,
    insert: write,
  },
};
