/**
 * LangGraph.js: the state of a graph, and the store that its nodes share. Sources: `@langchain/langgraph` 1.7.3 and
 * `@langchain/langgraph-checkpoint` 1.2.2, their types and their code; each fact was run.
 */
import type { StoreModel } from './model.js';

const PACKAGES = ['@langchain/langgraph', '@langchain/langgraph/web'] as const;

/** The names by which a graph is put together: which of them exist is LangGraph's, what they mean is the analysis'. */
export const GRAPH_MODEL: StoreModel = {
  id: 'langgraph',
  family: 'graph',
  packages: PACKAGES,
  scope: 'process',
  classes: { StateGraph: 'client' },
  types: { StateGraph: 'client' },
  methods: {},
};

export const GRAPH_NAMES = {
  /** `new …(schema)` opens a graph. */
  builder: 'StateGraph',
  start: 'START',
  startName: '__start__',
  end: 'END',
  endName: '__end__',
  send: 'Send',
  command: 'Command',
  overwrite: 'Overwrite',
  /** Schemas whose only channel, `messages`, is merged by the ids of its messages. */
  messageSchemas: ['MessagesAnnotation', 'MessagesZodState'],
  /** Values that make a channel with a reducer of the library's own. */
  mergedValues: ['MessagesValue', 'MessagesDeltaValue', 'MessagesZodMeta'],
} as const;

/** Where the names of a graph are imported from. */
export function isGraphPackage(source: string): boolean {
  return source.startsWith('@langchain/langgraph');
}

/**
 * The long-term store: `config.store`, `getStore()`, `new InMemoryStore()`. A value is replaced as a whole, and there
 * is no condition. A namespace is a list of names; the same list means the same place.
 */
export const langgraphStore: StoreModel = {
  id: 'langgraph-store',
  packages: [
    ...PACKAGES,
    '@langchain/langgraph-checkpoint',
    '@langchain/langgraph-checkpoint-postgres/store',
    '@langchain/langgraph-checkpoint-redis/store',
  ],
  scope: 'distributed',
  classes: { InMemoryStore: 'client', PostgresStore: 'client', RedisStore: 'client' },
  factories: {
    getStore: 'client',
    'PostgresStore.fromConnString': 'client',
    'RedisStore.fromUrl': 'client',
  },
  types: {
    BaseStore: 'client',
    InMemoryStore: 'client',
    PostgresStore: 'client',
    RedisStore: 'client',
    AsyncBatchedStore: 'client',
    // Its methods are those of its property `store`.
    LangGraphRunnableConfig: 'client',
    Runtime: 'client',
  },
  namespaces: ['store'],
  methods: {
    get: { operation: 'read', key: 0, field: 1 },
    put: { operation: 'write', key: 0, field: 1, value: 2 },
    delete: { operation: 'delete', key: 0, field: 1 },
    'store.get': { operation: 'read', key: 0, field: 1 },
    'store.put': { operation: 'write', key: 0, field: 1, value: 2 },
    'store.delete': { operation: 'delete', key: 0, field: 1 },
  },
};
