import { describe, expect, test } from 'vitest';
import { storeRaces } from './support/races.js';

/** An exported function around the given statements, which others call at once. */
const handler = (body: string, parameters = ''): string =>
  `export async function handle(${parameters}) { ${body} }`;

describe('who can reach a store, and whether its calls are over when they return', () => {
  const lru = "import { LRUCache } from 'lru-cache'; const cache = new LRUCache({ max: 9 }); ";
  const add = "const n = cache.get('n') ?? 0; WAIT; cache.set('n', n + 1);";

  test('a synchronous store of one process races across a suspension only', () => {
    expect(storeRaces(lru + handler(add.replace('WAIT', 'await pause()')))).toEqual(['certain lru-cache n']);
    expect(storeRaces(lru + handler(add.replace('WAIT', 'pause()')))).toEqual([]);
  });

  const local =
    "const n = Number(localStorage.getItem('n')); WAIT; localStorage.setItem('n', String(n + 1));";

  test('of a synchronous store of one host, other processes come in between: possible', () => {
    expect(storeRaces(handler(local.replace('WAIT', 'await pause()')))).toEqual(['certain local-storage n']);
    expect(storeRaces(handler(local.replace('WAIT', 'pause()')))).toEqual(['possible local-storage n']);
  });

  test('a put that commits later races even where nothing is awaited in between', () => {
    const db = "import { open } from 'lmdb'; const db = open({ path: 'x' }); ";
    const body = "db.put('n', (db.get('n') ?? 0) + 1);";
    expect(storeRaces(db + handler(`await ${body}`))).toEqual(['certain lmdb n']);
    expect(storeRaces(db + handler(body.replace('put', 'putSync')))).toEqual(['possible lmdb n']);
  });

  const vote = "const n = (await kv.get('n')) ?? 0; await kv.set('n', n + 1);";
  const mutex = "import { Mutex } from 'async-mutex'; const mutex = new Mutex(); ";
  const locked = handler(`await mutex.runExclusive(async () => { ${vote} });`);

  test.each([
    ['nothing', '', []],
    ['a Map', '{ store: new Map() }', []],
    ['a name of its own', "{ namespace: 'votes' }", []],
    ['an address', "'redis://localhost'", ['possible keyv n']],
    ['a back end', '{ store: new Backend() }', ['possible keyv n']],
  ])('a mutex of the process around a Keyv that was given %s', (_, given, expected) => {
    const text = `import Keyv from 'keyv'; ${mutex} const kv = new Keyv(${given}); ${locked}`;
    expect(storeRaces(text)).toEqual(expected);
  });
});

describe('objects that need no import', () => {
  test.each([
    ['a type of the platform', handler("await kv.put('n', (await kv.get('n')) + 1);", 'kv: KVNamespace')],
    [
      'a binding that a type in view declares',
      `interface Env { COUNTS: KVNamespace } ${handler("await env.COUNTS.put('n', (await env.COUNTS.get('n')) + 1);", 'env: Env')}`,
    ],
    [
      'a binding of a context that nothing describes',
      `type Bindings = { COUNTS: KVNamespace }; ${handler("await c.env.COUNTS.put('n', (await c.env.COUNTS.get('n')) + 1);", 'c')}`,
    ],
  ])('%s is the store', (_, text) => {
    expect(storeRaces(text)).toEqual(['certain cloudflare-kv n']);
  });

  test('a convention is likely, and another name is nothing', () => {
    const body = "await env.NAME.put('n', (await env.NAME.get('n')) + 1);";
    expect(storeRaces(handler(body.replaceAll('NAME', 'COUNTS_KV'), 'env'))).toEqual([
      'likely cloudflare-kv n',
    ]);
    expect(storeRaces(handler(body.replaceAll('NAME', 'COUNTS'), 'env'))).toEqual([]);
  });

  test('a type of the same name that the file declares is another one', () => {
    const text = 'interface KVNamespace { get(k: string): number; put(k: string, v: number): void } ';
    expect(
      storeRaces(text + handler("await kv.put('n', (await kv.get('n')) + 1);", 'kv: KVNamespace')),
    ).toEqual([]);
  });
});

describe('a Durable Object lets nobody in while it waits for its own storage', () => {
  const object = (body: string): string =>
    `import { DurableObject } from 'cloudflare:workers';
     export class Counter extends DurableObject {
       async add() { ${body} }
       private async load() { return (await this.ctx.storage.get('n')) ?? 0; }
       private async slow() { await fetch('https://example.com'); return (await this.ctx.storage.get('m')) ?? 0; }
     }`;
  const put = "await this.ctx.storage.put('n', n + 1);";

  test.each([
    ['nothing', `const n = await this.ctx.storage.get('n'); ${put}`, []],
    ['its own helper', `const n = await this.load(); ${put}`, []],
    [
      'two reads at once',
      `const [n] = await Promise.all([this.ctx.storage.get('n'), this.ctx.storage.get('m')]); ${put}`,
      [],
    ],
    [
      'another read, chained',
      `const n = await this.ctx.storage.get('n').then((value) => value ?? 0); ${put}`,
      [],
    ],
    [
      'a request',
      `const n = await this.ctx.storage.get('n'); await fetch('https://example.com'); ${put}`,
      ['certain durable-object n'],
    ],
    [
      'a helper that waits for a request',
      `const n = await this.load(); await this.slow(); ${put}`,
      ['certain durable-object n'],
    ],
    [
      'a request, with all others kept out',
      `await this.ctx.blockConcurrencyWhile(async () => { const n = await this.ctx.storage.get('n'); await fetch('https://example.com'); ${put} });`,
      [],
    ],
  ])('between read and write: %s', (_, body, expected) => {
    expect(storeRaces(object(body))).toEqual(expected);
  });
});

describe('a store that a project wrote for itself', () => {
  const use = handler("await store.set('n', ((await store.get('n')) ?? 0) + 1);", 'store: Store');

  test.each([
    ['get(key: string): Promise<number>; set(key: string, value: number): Promise<void>', true],
    ['get: (key: string) => Promise<number>; set: (key: string, value: number) => Promise<void>', true],
    ['get(key: string): number; set(key: string, value: number): void', false],
    ['get(): Promise<number>; set(value: number): Promise<void>', false],
    ['get(url: string): Promise<number>; set(url: string, value: number): Promise<void>', false],
  ])('a type with %s', (members, isStore) => {
    const expected = isStore ? ['likely own-store n'] : [];
    expect(storeRaces(`interface Store { ${members} } ${use}`)).toEqual(expected);
  });

  test('a name tells what is none', () => {
    const members = 'get(key: string): Promise<number>; set(key: string, value: number): Promise<void>';
    const text = `interface RequestHeaders { ${members} } ${use.replace('Store', 'RequestHeaders')}`;
    expect(storeRaces(text)).toEqual([]);
  });

  test('two parts are one key', () => {
    const members =
      'get(space: string, key: string): Promise<number>; set(space: string, key: string, value: number): Promise<void>';
    const body = "await store.set('a', 'n', ((await store.get('SPACE', 'n')) ?? 0) + 1);";
    const text = `interface Store { ${members} } ${handler(body, 'store: Store')}`;
    expect(storeRaces(text.replace('SPACE', 'a'))).toEqual(['likely own-store-by-two a/n']);
    expect(storeRaces(text.replace('SPACE', 'b'))).toEqual([]);
  });

  test('what the methods of a class in view do counts more than their names', () => {
    const methods = (get: string, set: string): string =>
      `class Store { async get(key) { ${get} } async set(key, value) { ${set} } } const store = new Store(); `;
    const add = handler("await store.set('n', (await store.get('n')) + 1);");
    const redis = "import { Redis } from 'ioredis'; const redis = new Redis(); ";
    const wrapped = methods('return redis.get(`p:${key}`);', 'await redis.set(`p:${key}`, value);');
    expect(storeRaces(redis + wrapped + add)).toEqual(['certain ioredis p:n']);
    const unknown = methods("return ask('GET', key);", "await ask('PUT', key, value);");
    expect(storeRaces(unknown + add)).toEqual(['likely own-store n']);
  });
});

describe('conditions, and what is sent with them', () => {
  const etcd = "import { Etcd3 } from 'etcd3'; const client = new Etcd3(); ";
  const read = "const n = Number(await client.get('n').string());";

  test('a put that is handed to a comparison is not made by itself', () => {
    const compared = `${read} await client.if('n', 'Value', '==', String(n)).then(client.put('n').value(n + 1)).commit();`;
    expect(storeRaces(etcd + handler(compared))).toEqual([]);
    expect(storeRaces(etcd + handler(`${read} await client.put('n').value(n + 1);`))).toEqual([
      'certain etcd3 n',
    ]);
  });

  test('a batch without a check guards nothing', () => {
    const body = "const e = await kv.get(['n']); await kv.atomic()CHECK.set(['n'], e.value + 1).commit();";
    const text = handler(body, 'kv: Deno.Kv');
    expect(storeRaces(text.replace('CHECK', ''))).toEqual(['certain deno-kv n']);
    expect(storeRaces(text.replace('CHECK', '.check(e)'))).toEqual([]);
  });

  test('a record goes back where it came from, a copy does not', () => {
    const body = "const task = await db.get('tasks', id); await db.put('tasks', { ...task, CHANGE });";
    const text = `import type { IDBPDatabase } from 'idb'; ${handler(body, 'db: IDBPDatabase, id: string')}`;
    expect(storeRaces(text.replace('CHANGE', 'tries: task.tries + 1'))).toHaveLength(1);
    expect(storeRaces(text.replace('CHANGE', 'id: newId()'))).toEqual([]);
  });
});

describe('a store that the settings describe', () => {
  const settings = {
    stores: [
      {
        id: 'ledger',
        ambientTypes: { Ledger: 'client' },
        methods: {
          fetch: { operation: 'read', key: { together: [0, 1] } },
          store: { operation: 'write', key: { together: [0, 1] }, value: 2 },
        },
      },
    ],
  };
  const body = "await ledger.store('a', id, (await ledger.fetch('a', id)) + 1);";
  const text = handler(body, 'ledger: Ledger, id: string');

  test('is known by it, and only by it', () => {
    expect(storeRaces(text, { settings })).toEqual(['certain ledger a/${id}']);
    expect(storeRaces(text)).toEqual([]);
  });
});
