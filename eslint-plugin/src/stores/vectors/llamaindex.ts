/** `llamaindex`: a document's id, `id_`, is that of its nodes in the index. Source: its documentation. */
import type { Role, StoreModel } from '../model.js';

const ID = { at: 0, path: ['id_'] } as const;
const IDS = { at: 0, path: ['*', 'id_'] } as const;
const STORES: Readonly<Record<string, string>> = {
  PineconeVectorStore: '@llamaindex/pinecone',
  QdrantVectorStore: '@llamaindex/qdrant',
  ChromaVectorStore: '@llamaindex/chroma',
  MilvusVectorStore: '@llamaindex/milvus',
  WeaviateVectorStore: '@llamaindex/weaviate',
  UpstashVectorStore: '@llamaindex/upstash',
  PGVectorStore: '@llamaindex/postgres',
};
const stores: Readonly<Record<string, Role>> = Object.fromEntries(
  Object.keys(STORES).map((name) => [name, 'client']),
);

export const llamaindex: StoreModel = {
  id: 'llamaindex',
  family: 'vectors',
  packages: ['llamaindex', '@llamaindex/core', ...Object.values(STORES)],
  classes: { ...stores },
  scope: 'distributed',
  // Its static methods write: the class is a store.
  instances: { VectorStoreIndex: 'client' },
  factories: {
    'VectorStoreIndex.fromDocuments': 'client',
    'VectorStoreIndex.fromVectorStore': 'client',
    'VectorStoreIndex.init': 'client',
  },
  types: { VectorStoreIndex: 'client', ...stores },
  methods: {
    insert: { operation: 'write', ids: ID },
    insertNodes: { operation: 'write', ids: IDS },
    add: { operation: 'write', ids: IDS },
    refreshRefDocs: { operation: 'write', ids: IDS },
    fromDocuments: { operation: 'write', ids: IDS },
  },
};
