import { describe, expect, test } from 'vitest';
import { storeRaces } from './support/races.js';

/** Reads and writes `hits` through an expression of the text before it. */
const count = (client: string) => `await ${client}.set('hits', Number(await ${client}.get('hits')) + 1);`;
const inFunction = (client: string, parameters = '') =>
  `export async function handle(${parameters}) { ${count(client)} }`;

function storesOf(text: string): readonly string[] {
  return storeRaces(text).map((race) => race.replace(' hits', ''));
}

describe('a client is known by where it comes from', () => {
  test.each([
    [
      'a class of the package',
      `import { Redis } from 'ioredis'; const r = new Redis(); ${inFunction('r')}`,
      'ioredis',
    ],
    ['its default export', `import R from 'ioredis'; const r = new R(); ${inFunction('r')}`, 'ioredis'],
    [
      'its namespace',
      `import * as io from 'ioredis'; const r = new io.Redis(); ${inFunction('r')}`,
      'ioredis',
    ],
    ['a cluster', `import R from 'ioredis'; const r = new R.Cluster([]); ${inFunction('r')}`, 'ioredis'],
    [
      'a renamed import',
      `import { Redis as R } from 'ioredis'; const r = new R(); ${inFunction('r')}`,
      'ioredis',
    ],
    [
      'a factory',
      `import { createClient } from 'redis'; const r = createClient(); ${inFunction('r')}`,
      'node-redis',
    ],
    [
      'a factory and its connection',
      `import { createClient } from 'redis'; const r = await createClient().on('error', log).connect(); ${inFunction('r')}`,
      'node-redis',
    ],
    [
      'a static factory',
      `import { Redis } from '@upstash/redis'; const r = Redis.fromEnv(); ${inFunction('r')}`,
      'upstash',
    ],
    ['an exported object', `import { kv as store } from '@vercel/kv'; ${inFunction('store')}`, 'vercel-kv'],
    ['require', `const R = require('ioredis'); const r = new R(); ${inFunction('r')}`, 'ioredis'],
    [
      'require of one name',
      `const { createClient } = require('redis'); const r = createClient(); ${inFunction('r')}`,
      'node-redis',
    ],
    ['require and new at once', `const r = new (require('ioredis'))(); ${inFunction('r')}`, 'ioredis'],
    ['an import equals', `import R = require('ioredis'); const r = new R(); ${inFunction('r')}`, 'ioredis'],
    [
      'a dynamic import',
      `const { Redis } = await import('ioredis'); const r = new Redis(); ${inFunction('r')}`,
      'ioredis',
    ],
    [
      'a function of the file that makes it',
      `import R from 'ioredis'; const make = () => new R(); const r = make(); ${inFunction('r')}`,
      'ioredis',
    ],
    [
      'a function that gives the one it keeps',
      `import R from 'ioredis'; let kept; function r() { return (kept ??= new R()); } ${inFunction('r()')}`,
      'ioredis',
    ],
    [
      'a class that extends it',
      `import R from 'ioredis'; class Store extends R {} const r = new Store(); ${inFunction('r')}`,
      'ioredis',
    ],
    [
      'the methods of a class that extends it',
      `import R from 'ioredis'; export class Store extends R { async handle() { ${count('this')} } }`,
      'ioredis',
    ],
  ])('%s', (_, text, store) => {
    expect(storesOf(text)).toEqual([`certain ${store}`]);
  });

  test.each([
    ['an alias', 'const other = r;', 'other'],
    ['an alias inside the function', '', 'other', 'const other = r;'],
    ['an object that holds it', 'const db = { cache: r };', 'db.cache'],
    ['a name taken out of that object', 'const db = { cache: r }; const { cache } = db;', 'cache'],
    ['one of two', 'const other = process.env.X ? r : r.duplicate();', 'other'],
  ])('%s', (_, before, client, inside = '') => {
    const text = `import R from 'ioredis'; const r = new R(); ${before}
      export async function handle() { ${inside} ${count(client)} }`;
    expect(storesOf(text)).toEqual(['certain ioredis']);
  });

  test('a method taken off its object still speaks for it', () => {
    const text = `import { promisify } from 'util'; import R from 'ioredis'; const r = new R();
      const get = promisify(r.get).bind(r); const set = r.set.bind(r);
      export async function handle() { await set('hits', Number(await get('hits')) + 1); }`;
    expect(storesOf(text)).toEqual(['certain ioredis']);
  });
});

describe('a client is known by its type', () => {
  test.each([
    ['a parameter', `import { Redis } from 'ioredis'; ${inFunction('r', 'r: Redis')}`, 'ioredis'],
    ['a type-only import', `import type { Redis } from 'ioredis'; ${inFunction('r', 'r: Redis')}`, 'ioredis'],
    ['an import type', inFunction('r', "r: import('ioredis').Redis"), 'ioredis'],
    [
      'the type of a module',
      `import type * as redis from 'redis'; ${inFunction('r', 'r: redis.RedisClientType')}`,
      'node-redis',
    ],
    [
      'a union',
      `import { Redis, Cluster } from 'ioredis'; ${inFunction('r', 'r: Redis | Cluster | null')}`,
      'ioredis',
    ],
    [
      'Pick',
      `import { Redis } from 'ioredis'; ${inFunction('r', "r: Pick<Redis, 'get' | 'set'>")}`,
      'ioredis',
    ],
    [
      'ReturnType of the factory',
      `import { createClient } from 'redis'; ${inFunction('r', 'r: ReturnType<typeof createClient>')}`,
      'node-redis',
    ],
    [
      'ReturnType of a function of the file',
      `import R from 'ioredis'; const make = () => new R(); ${inFunction('r', 'r: ReturnType<typeof make>')}`,
      'ioredis',
    ],
    [
      'an alias',
      `import { Redis } from 'ioredis'; type Store = Redis; ${inFunction('r', 'r: Store')}`,
      'ioredis',
    ],
    [
      'a member of an interface',
      `import { Redis } from 'ioredis'; interface Deps { cache: Redis } ${inFunction('deps.cache', 'deps: Deps')}`,
      'ioredis',
    ],
    [
      'a member of an extended interface',
      `import { Redis } from 'ioredis'; interface A { cache: Redis } interface B extends A {} ${inFunction('b.cache', 'b: B')}`,
      'ioredis',
    ],
    [
      'a member of an inline type',
      `import { Redis } from 'ioredis'; ${inFunction('deps.cache', 'deps: { cache: Redis }')}`,
      'ioredis',
    ],
    [
      'a destructured parameter',
      `import { Redis } from 'ioredis'; ${inFunction('cache', '{ cache }: { cache: Redis }')}`,
      'ioredis',
    ],
    [
      'an annotated variable',
      `import type { Redis } from 'ioredis'; const r: Redis = connect(); ${inFunction('r')}`,
      'ioredis',
    ],
    [
      'a cast',
      `import type { Redis } from 'ioredis'; const r = connect() as Redis; ${inFunction('r')}`,
      'ioredis',
    ],
    [
      'a return type',
      `import type { Redis } from 'ioredis'; declare function r(): Redis; ${inFunction('r()')}`,
      'ioredis',
    ],
    ['a JSDoc parameter', `/** @param {import('ioredis').Redis} r */ ${inFunction('r', 'r')}`, 'ioredis'],
    [
      'a JSDoc type',
      `/** @type {import('ioredis').Redis} */ const r = connect(); ${inFunction('r')}`,
      'ioredis',
    ],
  ])('%s', (_, text, store) => {
    expect(storesOf(text)).toEqual([`certain ${store}`]);
  });
});

describe('a client that an object keeps', () => {
  const inClass = (members: string, client: string) =>
    `import { Redis } from 'ioredis'; import { createClient } from 'redis';
     export class Store { ${members} async handle() { ${count(client)} } }`;

  test.each([
    ['a constructor parameter property', 'constructor(private readonly r: Redis) {}', 'this.r', 'ioredis'],
    ['a field stored in the constructor', 'r; constructor(r: Redis) { this.r = r; }', 'this.r', 'ioredis'],
    ['a field with a type', 'r!: Redis;', 'this.r', 'ioredis'],
    ['a field with a value', 'r = new Redis();', 'this.r', 'ioredis'],
    ['a private field', '#r = createClient();', 'this.#r', 'node-redis'],
    ['a static field', 'static r = new Redis();', 'Store.r', 'ioredis'],
    ['a getter', 'kept = new Redis(); get r() { return this.kept; }', 'this.r', 'ioredis'],
    ['a getter with a type', 'get r(): Redis { return connect(); }', 'this.r', 'ioredis'],
    ['a method that gives it', 'kept = new Redis(); r() { return this.kept; }', 'this.r()', 'ioredis'],
    [
      'a field stored later',
      'r; async connect() { this.r = await createClient().connect(); }',
      'this.r',
      'node-redis',
    ],
    ['a destructured field', 'r = new Redis();', 'r', 'ioredis'],
  ])('%s', (_, members, client, store) => {
    const text =
      client === 'r'
        ? inClass(members, client).replace('handle() {', 'handle() { const { r } = this;')
        : inClass(members, client);
    expect(storesOf(text)).toEqual([`certain ${store}`]);
  });

  test('a field of a base class', () => {
    const text = `import { Redis } from 'ioredis'; class Base { constructor(protected r: Redis) {} }
      export class Store extends Base { async handle() { ${count('this.r')} } }`;
    expect(storesOf(text)).toEqual(['certain ioredis']);
  });

  test('a class from before there were classes', () => {
    const text = `const R = require('ioredis'); function Store() { this.r = new R(); }
      Store.prototype.handle = async function () { ${count('this.r')} }; module.exports = Store;`;
    expect(storesOf(text)).toEqual(['certain ioredis']);
  });

  test('an object literal with methods', () => {
    const text = `import R from 'ioredis'; export const store = { r: new R(), async handle() { ${count('this.r')} } };`;
    expect(storesOf(text)).toEqual(['certain ioredis']);
  });
});

describe('a client that is called by the name of its store is likely', () => {
  test.each([
    ['a parameter', inFunction('redis', 'redis')],
    ['an import of another file', `import { redis } from './clients.js'; ${inFunction('redis')}`],
    ['a default import of a file of that name', `import cache from './redis'; ${inFunction('cache')}`],
    [
      'a field',
      `export class Store { constructor(deps) { this.redis = deps.redis; } async handle() { ${count('this.redis')} } }`,
    ],
    [
      'a field of that name with an underscore',
      `export class Store { async handle() { ${count('this._redis')} } }`,
    ],
    ['a member of what is passed', inFunction('ctx.redis', 'ctx')],
    ['a longer name', inFunction('sessionRedis', 'sessionRedis')],
    ['what a container hands out', inFunction("app.get('redis')", 'app')],
    [
      'a variable that keeps it',
      `export async function handle(app) { const db = app.resolve('redis'); ${count('db')} }`,
    ],
    ['a function that gives it', `import { getRedisClient } from './x'; ${inFunction('getRedisClient()')}`],
    [
      'a layer that hands it out',
      `export class Store { constructor(private redisService: RedisService) {} async handle() { ${count('this.redisService.getClient()')} } }
       import type { RedisService } from '../redis.service';`,
    ],
  ])('%s', (_, text) => {
    expect(storesOf(text)).toEqual(['likely redis']);
  });

  test('memcached and etcd, too', () => {
    expect(storesOf(inFunction('memcached', 'memcached'))).toEqual(['likely memcached']);
    const etcd = `export const handle = async (etcd) => { await etcd.put('hits').value(Number(await etcd.get('hits')) + 1); };`;
    expect(storesOf(etcd)).toEqual(['likely etcd3']);
  });
});

describe('a client whose name could be that of anything', () => {
  test('is possible where the name suggests a store', () => {
    expect(storesOf(inFunction('kv', 'kv'))).toEqual(['possible vercel-kv']);
  });

  test.each(['client', 'cache', 'store', 'db'])('is none where it does not: %s', (name) => {
    expect(storesOf(`/* redis */ ${inFunction(name, name)}`)).toEqual([]);
  });

  test.each([
    ['a command', "await client.hset('a', 'b', 1);", 'redis'],
    ['a command in camel case', "await client.hSet('a', 'b', 1);", 'node-redis'],
    ['a command in a batch', "await client.multi().rpush('a', 1).exec();", 'redis'],
    ['flags', "await client.set('a', 1, 'EX', 60);", 'ioredis'],
    ['options', "await client.set('a', 1, { EX: 60 });", 'node-redis'],
    ['options in small letters', "await client.set('a', 1, { ex: 60 });", 'upstash'],
    ['commands of both', "await client.hSet('a', 'b', 1); await client.set('a', 1, 'EX', 60);", 'redis'],
  ])('is told by what only Redis has: %s', (_, command, store) => {
    const text = `export async function handle(client) { ${command} ${count('client')} }`;
    expect(storesOf(text)).toEqual([`likely ${store}`]);
  });

  test.each([
    ['a batch that is passed', "export async function handle(pipeline) { pipeline.hset('a', 'b', 1); "],
    [
      'a batch in a variable',
      "export async function handle(client) { const pipeline = client.multi(); pipeline.hset('a', 'b', 1); ",
    ],
  ])('is not told by %s', (_, before) => {
    expect(storesOf(`${before} ${count('pipeline')} }`)).toEqual([]);
  });

  test('nor where the file shows that it is something else', () => {
    const text = `class Fake { hset() {} get() {} set() {} } const client = new Fake();
      export async function handle() { client.hset('a', 'b', 1); ${count('client')} }`;
    expect(storesOf(text)).toEqual([]);
  });
});

describe('a client that the context of a function tells', () => {
  const type = "import type { Redis } from 'ioredis'; import type { Plugin } from 'framework';";
  const body = `async (app, { cache }) => { ${count('cache')} }`;

  test.each([
    ['options of a plugin', `${type} export const plugin: Plugin<{ cache: Redis }> = ${body};`],
    [
      'options with a name',
      `${type} interface Options { cache: Redis } export const plugin: Plugin<Options> = ${body};`,
    ],
    [
      'the context of resolvers',
      `${type} interface Context { cache: Redis } export const resolvers = { async hit(_, args, ctx) { ${count('ctx.cache')} } };`,
    ],
  ])('%s', (_, text) => {
    expect(storesOf(text)).toEqual(['likely ioredis']);
  });

  test('not where types disagree', () => {
    const text = `${type} interface A { cache: Redis } interface B { cache: Map<string, number> }
      export const plugin: Plugin<A> = ${body};`;
    expect(storesOf(text)).toEqual([]);
  });

  test.each([
    [
      'the bound of a type parameter',
      `${type} export class Store<R extends Redis> { constructor(private r: R) {}`,
    ],
    [
      'what a container is asked for',
      `${type} export class Store { private r; constructor(box) { this.r = box.resolve<Redis>('cache'); }`,
    ],
    [
      'the class that a container is asked for',
      `import Redis from 'ioredis'; export class Store { private r; constructor(box) { this.r = box.get(Redis); }`,
    ],
  ])('%s', (_, text) => {
    expect(storesOf(`${text} async handle() { ${count('this.r')} } }`)).toEqual(['certain ioredis']);
  });

  test('methods that promisifyAll adds', () => {
    const text = `const r = require('bluebird').promisifyAll(require('redis')).createClient();
      import { createClient } from 'redis'; const c = createClient();
      export const handle = async () => { await c.setAsync('hits', Number(await c.getAsync('hits')) + 1); };`;
    expect(storesOf(text)).toEqual(['certain node-redis']);
  });
});

describe('what the file shows to be something else is none', () => {
  test.each([
    ['a Map', `const redis = new Map(); ${inFunction('redis')}`],
    ['an object of the file', `const redis = { get: (key) => 1, set() {} }; ${inFunction('redis')}`],
    [
      'a class of the file',
      `class Fake { get() {} set() {} } const redis = new Fake(); ${inFunction('redis')}`,
    ],
    ['a parameter of another type', inFunction('redis', 'redis: Map<string, number>')],
    ['an import of another package', `import { redis } from 'fake-redis'; ${inFunction('redis')}`],
    [
      'a field of another type',
      `export class Store { redis = new Map(); async handle() { ${count('this.redis')} } }`,
    ],
    [
      'another class of the package',
      `import { Command } from 'ioredis'; const r = new Command(); ${inFunction('r')}`,
    ],
    [
      'a type of the same name from elsewhere',
      `import type { Redis } from './types-of-ours'; ${inFunction('r', 'r: Redis')}`,
    ],
    ['a name of which it is a part', inFunction('redisPrefix', 'redisPrefix')],
    ['another name', `import { cache } from './redis-helpers.js'; ${inFunction('cache')}`],
    ['headers', inFunction('headers', 'headers: Headers')],
    ['URL parameters', `const r = new URLSearchParams(); ${inFunction('r')}`],
  ])('%s', (_, text) => {
    // Without the mention the whole file would be passed over.
    expect(storesOf(`/* redis */ ${text}`)).toEqual([]);
  });
});
