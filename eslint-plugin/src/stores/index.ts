/** Every store the plugin knows. To add a library, add its file of data and name it here. */
import { cacheManager } from './cache-manager.js';
import { chromeStorage } from './chrome-storage.js';
import { cloudflareKv } from './cloudflare-kv.js';
import { conf, configstore, electronStore } from './conf.js';
import { consul } from './consul.js';
import { denoKv } from './deno-kv.js';
import { durableObject } from './durable-object.js';
import { etcd3 } from './etcd3.js';
import { idb } from './idb.js';
import { idbKeyval } from './idb-keyval.js';
import { FILE_STORES } from './files/index.js';
import { ioredis } from './ioredis.js';
import { keyv, keyvOfBackEnd } from './keyv.js';
import { langgraphStore } from './langgraph-store.js';
import { level } from './level.js';
import { lmdb } from './lmdb.js';
import { asyncStorage, localforage } from './localforage.js';
import { lruCache } from './lru-cache.js';
import { memcached } from './memcached.js';
import { memjs } from './memjs.js';
import { aiSdkMemory, mastraMemory, openaiSession, voltagentMemory } from './agent-memory.js';
import { GRAPH_MODEL } from './langgraph.js';
import type { StoreModel } from './model.js';
import { natsKv } from './nats-kv.js';
import { nodeCache } from './node-cache.js';
import { nodeJsonDb } from './node-json-db.js';
import { nodeRedis } from './node-redis.js';
import { redis } from './redis.js';
import { unstorage } from './unstorage.js';
import { upstash, vercelKv } from './upstash.js';
import { vscodeMemento, vscodeSecrets } from './vscode-memento.js';
import { sessionStorage, webStorage } from './web-storage.js';
import { VECTOR_STORES } from './vectors/index.js';

export const STORES: readonly StoreModel[] = [
  ioredis,
  nodeRedis,
  redis,
  upstash,
  vercelKv,
  asyncStorage,
  cacheManager,
  chromeStorage,
  cloudflareKv,
  conf,
  configstore,
  consul,
  denoKv,
  durableObject,
  electronStore,
  etcd3,
  idb,
  idbKeyval,
  keyv,
  keyvOfBackEnd,
  langgraphStore,
  level,
  lmdb,
  localforage,
  lruCache,
  memcached,
  memjs,
  natsKv,
  nodeCache,
  nodeJsonDb,
  sessionStorage,
  unstorage,
  vscodeMemento,
  vscodeSecrets,
  webStorage,
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
