/** `@upstash/vector` 1.2: `upsert(record)` and `upsert(records)` replace records as a whole. Source: its types. */
import type { StoreModel } from '../model.js';

const IDS = {
  first: [
    { at: 0, path: ['*', 'id'] },
    { at: 0, path: ['id'] },
  ],
} as const;

export const upstashVector: StoreModel = {
  id: 'upstash-vector',
  family: 'vectors',
  packages: ['@upstash/vector', '@upstash/vector/cloudflare', '@upstash/vector/nodejs'],
  scope: 'distributed',
  classes: { Index: 'client' },
  factories: { 'Index.fromEnv': 'client' },
  types: { Index: 'client' },
  derived: { namespace: { role: 'client', separate: true } },
  methods: {
    fetch: {
      operation: 'read',
      key: {
        first: [
          { at: 0, path: ['ids', '*'] },
          { at: 0, path: ['*'] },
        ],
      },
    },
    upsert: {
      operation: 'write',
      key: IDS,
      value: {
        first: [
          { at: 0, path: ['*', 'metadata'] },
          { at: 0, path: ['metadata'] },
        ],
      },
      ids: IDS,
      within: [{ at: 1, property: 'namespace' }],
    },
    update: { operation: 'write', key: { at: 0, path: ['id'] }, value: { at: 0, path: ['metadata'] } },
    delete: { operation: 'delete', key: 0 },
  },
};
