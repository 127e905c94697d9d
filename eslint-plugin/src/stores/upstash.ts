/**
 * `@upstash/redis` and `@vercel/kv`, which extends it. Commands travel over HTTP one by one: there is no
 * connection, so nothing can be watched. Values are JSON on the way in and out.
 */
import type { StoreModel } from './model.js';
import { REDIS_COMMANDS } from './redis-commands.js';

const shared = {
  scope: 'distributed',
  namespaces: ['json'],
  ignoresCase: true,
  derived: {
    multi: { role: 'batch', transaction: true },
    pipeline: { role: 'batch' },
  },
  send: ['exec'],
  methods: {
    ...REDIS_COMMANDS,
    // zadd(key, { score, member })
    zadd: {
      operation: 'write',
      key: 0,
      field: { at: 1, property: 'member' },
      value: { at: 1, property: 'score' },
    },
    'json.get': { operation: 'read', key: 0, field: 1 },
    // eval(script, keys, args)
    eval: { operation: 'atomic', key: { from: 1 } },
    evalsha: { operation: 'atomic', key: { from: 1 } },
  },
} as const satisfies Partial<StoreModel>;

export const upstash: StoreModel = {
  ...shared,
  id: 'upstash',
  packages: ['@upstash/redis', '@upstash/redis/cloudflare', '@upstash/redis/fastly', '@upstash/redis/node'],
  classes: { Redis: 'client' },
  factories: { 'Redis.fromEnv': 'client' },
  types: { Redis: 'client', Pipeline: 'batch' },
  flags: [String.raw`\b(?:nx|ex|px)\s*:`],
};

export const vercelKv: StoreModel = {
  ...shared,
  id: 'vercel-kv',
  packages: ['@vercel/kv'],
  instances: { kv: 'client', default: 'client' },
  factories: { createClient: 'client' },
  classes: { VercelKV: 'client' },
  types: { VercelKV: 'client' },
  names: ['kv'],
};
