/** Tables with a column of embeddings, written by statements of SQL or by a query builder: pgvector and its like. */
import type { StoreModel } from '../model.js';

/** What such a table is in a message; which calls write it, their statements tell. */
export const SQL_VECTOR: StoreModel = {
  id: 'sql-vector',
  family: 'vectors',
  packages: [],
  scope: 'distributed',
  methods: {},
};
