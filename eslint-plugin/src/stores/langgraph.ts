/**
 * LangGraph.js: the state of a graph. Sources: `@langchain/langgraph` 1.7.3 and
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
