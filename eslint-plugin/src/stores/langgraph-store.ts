/**
 * The long-term store of LangGraph. Source: @langchain/langgraph-checkpoint's types. `put` replaces a value; nothing
 * compares and sets.
 */
import type { StoreModel } from './model.js';

const item = { together: [0, 1] };

export const langgraphStore: StoreModel = {
  id: 'langgraph-store',
  packages: [
    '@langchain/langgraph',
    '@langchain/langgraph/web',
    '@langchain/langgraph-checkpoint',
    '@langchain/langgraph-checkpoint-postgres/store',
  ],
  scope: 'distributed',
  classes: {
    InMemoryStore: 'client',
    PostgresStore: 'client',
    AsyncBatchedStore: 'client',
    BaseStore: 'client',
  },
  factories: { getStore: 'client', 'PostgresStore.fromConnString': 'client' },
  types: {
    BaseStore: 'client',
    InMemoryStore: 'client',
    PostgresStore: 'client',
    LangGraphRunnableConfig: 'holder',
    Runtime: 'holder',
  },
  properties: { store: 'client' },
  methods: {
    get: { operation: 'read', key: item },
    put: { operation: 'write', key: item, value: 2 },
    delete: { operation: 'delete', key: item },
  },
};
