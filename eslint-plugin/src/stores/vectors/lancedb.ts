/**
 * `@lancedb/lancedb`: `mergeInsert(column)…execute(rows)` replaces the rows that match by the column; `add` adds others
 * beside them. Source: its types.
 */
import type { StoreModel } from '../model.js';

const IDS = { at: 0, path: ['*', 'id'] } as const;

export const lancedb: StoreModel = {
  id: 'lancedb',
  family: 'vectors',
  packages: ['@lancedb/lancedb', 'vectordb'],
  scope: 'distributed',
  factories: { connect: 'client' },
  types: { Connection: 'client', Table: 'client' },
  derived: {
    openTable: { role: 'client', separate: true },
    createTable: { role: 'client', separate: true },
    createEmptyTable: { role: 'client', separate: true },
    mergeInsert: { role: 'client' },
    whenMatchedUpdateAll: { role: 'client' },
    whenNotMatchedInsertAll: { role: 'client' },
    whenNotMatchedBySourceDelete: { role: 'client' },
  },
  methods: {
    execute: { operation: 'write', ids: IDS },
    add: { operation: 'write', ids: IDS },
  },
};
