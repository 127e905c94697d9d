/** Every store the plugin knows. To add a library, add its file of data and name it here. */
import { aiSdkMemory, mastraMemory, openaiSession, voltagentMemory } from './agent-memory.js';
import { FILE_STORES } from './files/index.js';
import { ioredis } from './ioredis.js';
import { GRAPH_MODEL, langgraphStore } from './langgraph.js';
import type { StoreModel } from './model.js';
import { nodeRedis } from './node-redis.js';
import { upstash, vercelKv } from './upstash.js';
import { VECTOR_STORES } from './vectors/index.js';

export const STORES: readonly StoreModel[] = [
  ioredis,
  nodeRedis,
  upstash,
  vercelKv,
  langgraphStore,
  ...FILE_STORES,
];

/** What agents share besides stores: graphs, indexes of vectors, what their frameworks keep for them. */
export const AGENT_STORES: readonly StoreModel[] = [
  GRAPH_MODEL,
  mastraMemory,
  voltagentMemory,
  aiSdkMemory,
  openaiSession,
  ...VECTOR_STORES,
];
