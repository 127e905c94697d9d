/** ioredis 5 and 6. Source: its types; `RedisCommander` declares the commands of `Redis` and `Cluster`. */
import type { StoreModel } from './model.js';
import { REDIS_COMMANDS } from './redis-commands.js';

export const ioredis: StoreModel = {
  id: 'ioredis',
  flags: [`['"](?:NX|XX|EX|PX|KEEPTTL)['"]`],
  packages: ['ioredis'],
  scope: 'distributed',
  classes: {
    default: 'client',
    Redis: 'client',
    Cluster: 'client',
    'Redis.Cluster': 'client',
    'default.Cluster': 'client',
  },
  factories: { 'default.createClient': 'client', 'Redis.createClient': 'client' },
  types: {
    default: 'client',
    Redis: 'client',
    Cluster: 'client',
    RedisCommander: 'client',
    ChainableCommander: 'batch',
    Pipeline: 'batch',
  },
  ignoresCase: true,
  callbacks: true,
  derived: {
    on: { role: 'client' },
    duplicate: { role: 'client', dedicated: true },
    multi: { role: 'batch', transaction: true },
    pipeline: { role: 'batch' },
  },
  watch: ['watch'],
  unwatch: ['unwatch'],
  send: ['exec'],
  raw: { call: 'arguments' },
  methods: {
    ...REDIS_COMMANDS,
    // zadd key [NX|XX|GT|LT] score member
    zadd: { operation: 'write', key: 0, field: 2, value: 1 },
    'json.get': { operation: 'read', key: 0, field: 1 },
    eval: { operation: 'atomic', key: 2 },
    evalsha: { operation: 'atomic', key: 2 },
  },
};
