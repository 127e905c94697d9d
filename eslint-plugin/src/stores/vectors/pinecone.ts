/**
 * `@pinecone-database/pinecone` 9, 8 and 6: `upsert({ records })`, and `upsert(records)` before 7. A record is replaced
 * as a whole, `update` merges the metadata it is given; there is no condition. Source: its types.
 */
import type { StoreModel } from '../model.js';

const IDS = {
  first: [
    { at: 0, path: ['records', '*', 'id'] },
    { at: 0, path: ['*', 'id'] },
    { at: 0, path: ['records', '*', '_id'] },
    { at: 0, path: ['*', '_id'] },
  ],
} as const;
const READ = {
  first: [
    { at: 0, path: ['ids', '*'] },
    { at: 0, path: ['*'] },
  ],
} as const;
const NAMESPACE = [{ at: 0, property: 'namespace' }] as const;

export const pinecone: StoreModel = {
  id: 'pinecone',
  family: 'vectors',
  packages: ['@pinecone-database/pinecone'],
  scope: 'distributed',
  classes: { Pinecone: 'client', PineconeClient: 'client' },
  types: { Pinecone: 'client', PineconeClient: 'client', Index: 'client' },
  names: ['pineconeIndex'],
  derived: {
    index: { role: 'client', separate: true },
    Index: { role: 'client', separate: true },
    namespace: { role: 'client', separate: true },
  },
  methods: {
    fetch: { operation: 'read', key: READ },
    upsert: {
      operation: 'write',
      key: IDS,
      value: {
        first: [
          { at: 0, path: ['records', '*', 'metadata'] },
          { at: 0, path: ['*', 'metadata'] },
        ],
      },
      ids: IDS,
      within: NAMESPACE,
    },
    upsertRecords: { operation: 'write', key: IDS, value: 0, ids: IDS, within: NAMESPACE },
    update: {
      operation: 'write',
      key: { at: 0, path: ['id'] },
      value: { at: 0, path: ['metadata'] },
    },
    deleteOne: { operation: 'delete', key: { first: [{ at: 0, path: ['id'] }, 0] } },
  },
};
