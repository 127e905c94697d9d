/** `llamaindex`: a document's id, `id_`, is that of its nodes in the index. Source: its documentation. */
import type { StoreModel } from '../model.js';

const ID = { at: 0, path: ['id_'] } as const;
const IDS = { at: 0, path: ['*', 'id_'] } as const;

export const llamaindex: StoreModel = {
  id: 'llamaindex',
  family: 'vectors',
  packages: ['llamaindex', '@llamaindex/core'],
  scope: 'distributed',
  // Its static methods write: the class is a store.
  instances: { VectorStoreIndex: 'client' },
  factories: {
    'VectorStoreIndex.fromDocuments': 'client',
    'VectorStoreIndex.fromVectorStore': 'client',
    'VectorStoreIndex.init': 'client',
  },
  types: { VectorStoreIndex: 'client' },
  methods: {
    insert: { operation: 'write', ids: ID },
    insertNodes: { operation: 'write', ids: IDS },
    refreshRefDocs: { operation: 'write', ids: IDS },
    fromDocuments: { operation: 'write', ids: IDS },
  },
};
