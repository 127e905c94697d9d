/** Every store the plugin knows. To add a library, add its file of data and name it here. */
import { ioredis } from './ioredis.js';
import { GRAPH_MODEL, langgraphStore } from './langgraph.js';
import type { StoreModel } from './model.js';
import { nodeRedis } from './node-redis.js';
import { upstash, vercelKv } from './upstash.js';

export const STORES: readonly StoreModel[] = [ioredis, nodeRedis, upstash, vercelKv, GRAPH_MODEL, langgraphStore];
