/** The vector stores of Mastra: `upsert({ indexName, vectors, ids })`. Ids that are left out are made by the store. Source: its documentation. */
import type { Role, StoreModel } from '../model.js';

const STORES: Readonly<Record<string, string>> = {
  PgVector: '@mastra/pg',
  PineconeVector: '@mastra/pinecone',
  QdrantVector: '@mastra/qdrant',
  ChromaVector: '@mastra/chroma',
  LibSQLVector: '@mastra/libsql',
  UpstashVector: '@mastra/upstash',
  MongoDBVector: '@mastra/mongodb',
  AstraVector: '@mastra/astra',
  LanceVectorStore: '@mastra/lance',
  OpenSearchVector: '@mastra/opensearch',
  CloudflareVector: '@mastra/vectorize',
};

const clients: Record<string, Role> = Object.fromEntries(Object.keys(STORES).map((name) => [name, 'client']));

export const mastraVector: StoreModel = {
  id: 'mastra-vector',
  family: 'vectors',
  packages: [...Object.values(STORES), '@mastra/core/vector', '@mastra/core', '@mastra/core/mastra'],
  scope: 'distributed',
  classes: { ...clients, Mastra: 'holder' },
  types: { ...clients, MastraVector: 'client', Mastra: 'holder' },
  derived: { getVector: { role: 'client', separate: true } },
  methods: {
    upsert: {
      operation: 'write',
      ids: { at: 0, path: ['ids', '*'] },
      within: [{ at: 0, property: 'indexName' }],
    },
  },
};
