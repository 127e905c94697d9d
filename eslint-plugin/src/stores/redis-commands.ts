/**
 * Redis commands, in lower case, with the arguments that ioredis, node-redis and Upstash agree on.
 * Source: redis.io/docs/latest/commands, and each library's types.
 */
import type { ConditionModel, ExpiryModel, MethodModel } from './model.js';

const read = (field?: MethodModel['field']): MethodModel => ({
  operation: 'read',
  key: 0,
  ...(field !== undefined && { field }),
});
const check: MethodModel = { operation: 'check', key: 0 };
const atomic: MethodModel = { operation: 'atomic', key: 0 };
const count: MethodModel = { operation: 'atomic', key: 0, counts: true };
const take: MethodModel = { operation: 'atomic', key: 0, takes: true };
/** Takes out the elements that are named from the given position on. */
const takeNamed = (from: number): MethodModel => ({ ...take, value: { from } });
const add: MethodModel = { operation: 'atomic', key: 0, value: { from: 1 }, adds: true };

/** `SET key value [EX seconds] [NX | XX | IFEQ old] [GET]`, as tokens or as an options object. */
const SET_CONDITIONS: readonly ConditionModel[] = [
  { only: 'absent', token: 'NX' },
  { only: 'present', token: 'XX' },
  { only: 'matches', token: 'IFEQ' },
  { only: 'matches', token: 'IFDEQ' },
  { only: 'absent', option: 'NX' },
  { only: 'absent', option: 'nx' },
  { only: 'present', option: 'XX' },
  { only: 'present', option: 'xx' },
  { only: 'absent', option: 'condition', equals: 'NX' },
  { only: 'present', option: 'condition', equals: 'XX' },
  { only: 'matches', option: 'condition', equals: 'IFEQ' },
  { only: 'matches', option: 'condition', equals: 'IFDEQ' },
];

/** `EX seconds`, `{ PX: milliseconds }`, `{ expiration: { type: 'EX', value: seconds } }`. */
const EXPIRY_WORDS = ['EX', 'PX', 'EXAT', 'PXAT', 'KEEPTTL'];
const SET_EXPIRIES: readonly ExpiryModel[] = [
  ...EXPIRY_WORDS.map((token) => ({ token })),
  ...EXPIRY_WORDS.flatMap((word) => [{ option: word }, { option: word.toLowerCase() }]),
  { option: 'keepTtl' },
  { option: 'expiration' },
];

export const REDIS_COMMANDS = {
  get: read(),
  getbuffer: read(),
  getex: read(),
  mget: { operation: 'read', key: { from: 0 } },
  getrange: read(),
  exists: { operation: 'check', key: { from: 0 } },
  strlen: check,
  ttl: check,
  pttl: check,
  type: check,
  hget: read(1),
  hmget: read({ from: 1 }),
  hgetall: read(),
  hvals: read(),
  hkeys: check,
  hlen: check,
  hexists: { operation: 'check', key: 0, field: 1 },
  lrange: read(),
  lindex: read(1),
  llen: check,
  smembers: read(),
  sismember: check,
  scard: check,
  zscore: read(1),
  zrange: read(),
  zrangewithscores: read(),
  zrangebyscore: read(),
  zrangebyscorewithscores: read(),
  zrangebylex: read(),
  zrevrange: read(),
  zrevrangebyscore: read(),
  zmscore: read({ from: 1 }),
  zrank: check,
  xrange: read(),
  hrandfield: read(),
  srandmember: read(),
  hgetex: read(1),
  zcard: check,
  'json.get': read({ at: 1, property: 'path' }),
  'json.mget': { operation: 'read', key: { from: 0 } },

  set: { operation: 'write', key: 0, value: 1, conditions: SET_CONDITIONS, expiries: SET_EXPIRIES },
  setex: { operation: 'write', key: 0, value: 2 },
  psetex: { operation: 'write', key: 0, value: 2 },
  setnx: { operation: 'write', key: 0, value: 1, only: 'absent', expiries: [] },
  mset: { operation: 'write', entries: { of: 'keys', from: 0 } },
  msetnx: { operation: 'write', entries: { of: 'keys', from: 0 }, only: 'absent' },
  setrange: { operation: 'write', key: 0, value: 2 },
  hset: { operation: 'write', key: 0, entries: { of: 'fields', from: 1 } },
  hmset: { operation: 'write', key: 0, entries: { of: 'fields', from: 1 } },
  hsetnx: { operation: 'write', key: 0, field: 1, value: 2, only: 'absent' },
  lset: { operation: 'write', key: 0, field: 1, value: 2 },
  'json.set': { operation: 'write', key: 0, field: 1, value: 2, conditions: SET_CONDITIONS },

  del: { operation: 'delete', key: { from: 0 } },
  unlink: { operation: 'delete', key: { from: 0 } },
  'json.del': { operation: 'delete', key: 0 },
  hdel: { operation: 'delete', key: 0, field: { from: 1 } },
  ltrim: { operation: 'delete', key: 0 },

  rpush: add,
  lpush: add,
  sadd: add,
  append: add,

  incr: count,
  decr: count,
  incrby: count,
  decrby: count,
  incrbyfloat: count,
  hincrby: { ...count, field: 1 },
  hincrbyfloat: { ...count, field: 1 },
  zincrby: count,
  lpop: take,
  rpop: take,
  srem: takeNamed(1),
  lrem: takeNamed(2),
  spop: take,
  zrem: takeNamed(1),
  zpopmin: take,
  zpopmax: take,
  getset: atomic,
  getdel: atomic,
  expire: atomic,
  pexpire: atomic,
  'json.numincrby': atomic,
  'json.arrappend': atomic,
  'json.merge': atomic,
} as const satisfies Record<string, MethodModel>;
