/** node-redis (`redis`, `@redis/client`) 4, 5 and 6. Every command exists in camel case and in upper case. */
import type { StoreModel } from './model.js';
import { REDIS_COMMANDS } from './redis-commands.js';

export const nodeRedis: StoreModel = {
  id: 'node-redis',
  flags: [String.raw`\b(?:NX|XX|EX|PX|KEEPTTL)\s*:`],
  packages: ['redis', '@redis/client'],
  scope: 'distributed',
  factories: {
    createClient: 'client',
    createCluster: 'client',
    createClientPool: 'pool',
    createSentinel: 'client',
  },
  types: {
    RedisClientType: 'client',
    RedisClusterType: 'client',
    RedisSentinelType: 'client',
    RedisClientPoolType: 'pool',
    RedisClientMultiCommandType: 'batch',
  },
  namespaces: ['json'],
  ignoresCase: true,
  // Up to release 3, and `legacy()` since.
  callbacks: true,
  derived: {
    connect: { role: 'client' },
    on: { role: 'client' },
    duplicate: { role: 'client', dedicated: true },
    legacy: { role: 'client' },
    withcommandoptions: { role: 'client' },
    withtypemapping: { role: 'client' },
    asap: { role: 'client' },
    multi: { role: 'batch', transaction: true },
    createpool: { role: 'pool' },
    execute: { role: 'client', dedicated: true, callback: 0 },
    executeisolated: { role: 'client', dedicated: true, callback: 0 },
    acquire: { role: 'client', dedicated: true },
    use: { role: 'client', dedicated: true, callback: 0 },
  },
  watch: ['watch'],
  unwatch: ['unwatch'],
  raw: { sendcommand: 'list' },
  send: ['exec', 'execaspipeline', 'exectyped'],
  methods: {
    ...REDIS_COMMANDS,
    // zAdd(key, { score, value } | [{ score, value }])
    zadd: {
      operation: 'write',
      key: 0,
      field: { at: 1, property: 'value' },
      value: { at: 1, property: 'score' },
    },
    // eval(script, { keys, arguments })
    eval: { operation: 'atomic', key: { at: 1, property: 'keys' } },
    evalsha: { operation: 'atomic', key: { at: 1, property: 'keys' } },
  },
};
