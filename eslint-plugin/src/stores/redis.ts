/**
 * Redis by a client that the file does not show: what it is called, or a command that no other store has, says that it is
 * one. Which library it is stays open, so no rewrite relies on it. Sources: redis.io/docs/latest/commands, and the types
 * of ioredis, node-redis and @upstash/redis.
 */
import type { StoreModel } from './model.js';
import { REDIS_COMMANDS } from './redis-commands.js';

/** Commands by which a store is known to be Redis, in lower case. */
const OWN_COMMANDS = [
  ...['hget', 'hset', 'hmget', 'hmset', 'hgetall', 'hdel', 'hexists', 'hincrby', 'hincrbyfloat', 'hsetnx'],
  ...['hkeys', 'hvals', 'hlen', 'setex', 'psetex', 'setnx', 'getdel', 'getex', 'getset', 'incrby', 'decrby'],
  ...['incrbyfloat', 'lpush', 'rpush', 'lpop', 'rpop', 'lrange', 'ltrim', 'lrem', 'llen', 'lindex', 'lmove'],
  ...['rpoplpush', 'blpop', 'brpop', 'sadd', 'srem', 'smembers', 'sismember', 'scard', 'spop', 'srandmember'],
  ...[
    'zadd',
    'zrem',
    'zrange',
    'zrevrange',
    'zrangebyscore',
    'zremrangebyscore',
    'zscore',
    'zincrby',
    'zcard',
  ],
  ...['zcount', 'zpopmin', 'zpopmax', 'pexpire', 'xadd', 'evalsha'],
] as const;

const KNOWN: ReadonlySet<string> = new Set(OWN_COMMANDS);

export function isRedisCommand(method: string): boolean {
  return KNOWN.has(method.toLowerCase());
}

export const redis: StoreModel = {
  id: 'redis',
  packages: [],
  scope: 'distributed',
  flags: [
    String.raw`\.(?:${OWN_COMMANDS.join('|')})\(`,
    String.raw`\.(?:h[GS]et|set[EN][Xx]|[lr]Push|[sz]Add)\(`,
  ],
  // What is called by the library's name is one of its clients, or a thin layer above it.
  conventions: ['redis', 'redisClient', 'redisConnection', 'redisConn', 'redisDb', 'redisCache', 'redisStore']
    .concat(['redisService', 'redisProvider', 'redisInstance', 'ioredis', 'valkey', 'valkeyClient'])
    .concat(['*Redis', '*RedisClient', '*RedisService']),
  ignoresCase: true,
  callbacks: true,
  derived: {
    on: { role: 'client' },
    connect: { role: 'client' },
    duplicate: { role: 'client', dedicated: true },
    multi: { role: 'batch', transaction: true },
    pipeline: { role: 'batch' },
    // Layers that hand out the client.
    getclient: { role: 'client' },
    getorthrow: { role: 'client' },
    getornil: { role: 'client' },
    getconnection: { role: 'client' },
    getinstance: { role: 'client' },
  },
  watch: ['watch'],
  unwatch: ['unwatch'],
  send: ['exec'],
  methods: {
    ...REDIS_COMMANDS,
    zadd: { operation: 'write', key: 0, field: 2, value: 1 },
    eval: { operation: 'atomic', key: 2 },
    evalsha: { operation: 'atomic', key: 2 },
  },
};
