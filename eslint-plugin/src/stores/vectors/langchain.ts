/**
 * The vector stores of LangChain: `addDocuments(documents, { ids })` and `addVectors(vectors, documents, { ids })`. Ids
 * that are left out are made by the store. Source: `@langchain/core` 1.4, the types of its stores.
 */
import type { Role, StoreModel } from '../model.js';

const CLASSES = [
  'VectorStore',
  'SaveableVectorStore',
  'PineconeStore',
  'Chroma',
  'WeaviateStore',
  'Milvus',
  'LanceDB',
  'SupabaseVectorStore',
  'UpstashVectorStore',
  'PGVectorStore',
  'MongoDBAtlasVectorSearch',
  'RedisVectorStore',
  'ElasticVectorSearch',
  'OpenSearchVectorStore',
  'TypesenseVectorStore',
  'CloudflareVectorizeStore',
  'AstraDBVectorStore',
  'NeonPostgres',
  'FaissStore',
  'HNSWLib',
];
const MAKERS = [
  'fromExistingIndex',
  'fromExistingCollection',
  'fromExistingTable',
  'fromDocuments',
  'fromTexts',
  'initialize',
];
const PLACES = [
  'supabase',
  'chroma',
  'lancedb',
  'milvus',
  'pgvector',
  'upstash',
  'pinecone',
  'qdrant',
  'weaviate',
  'faiss',
  'hnswlib',
  'elasticsearch',
  'opensearch',
  'typesense',
  'astradb',
  'neon',
  'mongodb_atlas',
  'redis',
  'cloudflare_vectorize',
];

const clients = (names: readonly string[]): Record<string, Role> =>
  Object.fromEntries(names.map((name) => [name, 'client']));

const idsAt = (at: number) => ({
  first: [
    { at, path: ['ids', '*'] },
    { at, path: ['*'] },
  ],
});

export const langchainVectors: StoreModel = {
  id: 'langchain-vectors',
  family: 'vectors',
  packages: [
    '@langchain/core/vectorstores',
    '@langchain/pinecone',
    '@langchain/weaviate',
    '@langchain/mongodb',
    '@langchain/redis',
    '@langchain/cloudflare',
    '@langchain/community',
    ...PLACES.flatMap((place) => [
      `@langchain/community/vectorstores/${place}`,
      `langchain/vectorstores/${place}`,
    ]),
  ],
  scope: 'distributed',
  classes: clients(CLASSES),
  factories: clients(CLASSES.flatMap((name) => MAKERS.map((maker) => `${name}.${maker}`))),
  types: clients([...CLASSES, 'VectorStoreInterface']),
  names: ['vectorStore', 'vectorstore'],
  methods: {
    addDocuments: { operation: 'write', ids: idsAt(1) },
    addVectors: { operation: 'write', ids: idsAt(2) },
  },
};

/** The ids of the documents themselves, before those of the options. */
const documentIds = (at: number) => ({
  first: [
    { at, path: ['*', 'id'] },
    { at: at + 1, path: ['ids', '*'] },
  ],
});

/** Qdrant's asks the documents first. Source: `@langchain/qdrant` 1.0, `addVectors`. */
export const langchainQdrant: StoreModel = {
  id: 'langchain-qdrant',
  family: 'vectors',
  packages: ['@langchain/qdrant', '@langchain/community/vectorstores/qdrant'],
  scope: 'distributed',
  classes: { QdrantVectorStore: 'client' },
  // Its static methods write: the class is a store, too.
  instances: { QdrantVectorStore: 'client' },
  factories: clients(MAKERS.map((maker) => `QdrantVectorStore.${maker}`)),
  types: { QdrantVectorStore: 'client' },
  methods: {
    addDocuments: { operation: 'write', ids: documentIds(0) },
    fromDocuments: { operation: 'write', ids: { at: 0, path: ['*', 'id'] } },
    addVectors: { operation: 'write', ids: documentIds(1) },
  },
};
