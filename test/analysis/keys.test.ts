import { describe, expect, test } from 'vitest';
import { moduleOf } from './support/prelude.js';
import { storeRaces } from './support/races.js';

/** A read under one key and a dependent write under another: a race where the two are one key. */
function raceOf(read: string, write: string, before = ''): readonly string[] {
  return storeRaces(
    moduleOf(`${before}
    const hits = await redis.get(${read});
    await redis.set(${write}, Number(hits) + 1);`),
  );
}

describe('two keys are one', () => {
  test.each([
    ['the same constant', "'hits'", "'hits'"],
    ['a constant in another notation', "'hits'", '`hits`'],
    ['a template of equal parts', '`user:${id}`', '`user:${id}`'],
    ['a template and a sum', '`user:${id}`', "'user:' + id"],
    ['a joined list', "['user', id].join(':')", '`user:${id}`'],
    ['a template in a template', '`app:${`user:${id}`}`', '`app:user:${id}`'],
    ['a text and the same as a text', 'id.toString()', 'id.toString()'],
    ['a member of one object', 'input.key', 'input.key'],
    ['a member by constant name', "input['key']", 'input.key'],
    ['an element of one array', 'input.keys[0]', 'input.keys[0]'],
    ['a variable and its value', 'key', '`user:${id}`', 'const key = `user:${id}`;'],
    ['two names of one value', 'first', 'second', 'const first = input.key; const second = first;'],
    ['a helper with equal arguments', 'keyOf(id)', 'keyOf(id)', 'const keyOf = (each) => `user:${each}`;'],
    ['a helper and what it gives', 'keyOf(id)', '`user:${id}`', 'const keyOf = (each) => `user:${each}`;'],
    ['a call that nobody knows, with equal arguments', 'keys.user(id)', 'keys.user(id)'],
    ['a property of a constant object', 'KEYS.hits', "'hits'", "const KEYS = { hits: 'hits' };"],
  ])('%s', (_, read, write, before?: string) => {
    expect(raceOf(read, write, before)).toHaveLength(1);
  });
});

describe('two keys are not known to be one', () => {
  test.each([
    ['another constant', "'hits'", "'visits'"],
    ['another part', '`user:${id}`', '`user:${input}`'],
    ['a longer key', '`user:${id}`', '`user:${id}:copy`'],
    ['a joined list in another order', "['user', id].join(':')", "[id, 'user'].join(':')"],
    ['another member', 'input.from', 'input.to'],
    ['another element', 'input.keys[0]', 'input.keys[1]'],
    [
      'a variable that has changed',
      'key',
      'key',
      'let key = id; const next = () => { key = input; };',
      'next();',
    ],
    [
      'a helper with another argument',
      'keyOf(id)',
      'keyOf(input)',
      'const keyOf = (each) => `user:${each}`;',
    ],
    ['an id that is made anew', '`user:${randomUUID()}`', '`user:${randomUUID()}`'],
    ['the time', '`at:${Date.now()}`', '`at:${Date.now()}`'],
    [
      'a property of another constant',
      'KEYS.hits',
      'KEYS.visits',
      "const KEYS = { hits: 'hits', visits: 'visits' };",
    ],
  ])('%s', (_, read, write, before = '', between = '') => {
    const text = moduleOf(`${before}
    const hits = await redis.get(${read}); ${between}
    await redis.set(${write}, Number(hits) + 1);`);
    expect(storeRaces(text)).toEqual([]);
  });

  test('a key that holds an id of this execution is nobody else’s', () => {
    const race = (id: string) =>
      storeRaces(
        moduleOf(`
    const key = 'job:' + ${id};
    const state = await redis.get(key);
    await redis.set(key, state + '.');`),
      );
    expect(race('crypto.randomUUID()')).toEqual([]);
    expect(race('input.job')).toHaveLength(1);
  });
});

describe('fields of a hash', () => {
  const hash = (read: string, write: string) =>
    storeRaces(
      moduleOf(`
    const value = await redis.${read};
    await redis.${write};`),
    );

  test('one field is read and written', () => {
    expect(hash("hget('user', 'hits')", "hset('user', 'hits', value + 1)")).toEqual([
      'certain ioredis user.hits',
    ]);
    expect(hash("hget('user', 'hits')", "hset('user', { hits: value + 1 })")).toEqual([
      'certain ioredis user.hits',
    ]);
  });

  test('another field is another resource', () => {
    expect(hash("hget('user', 'hits')", "hset('user', 'seen', value + 1)")).toEqual([]);
    expect(hash("hget('user', 'hits')", "hset('user', { seen: value + 1 })")).toEqual([]);
  });

  test('a hash that is read whole races in the field whose value is used', () => {
    expect(hash("hgetall('user')", "hset('user', 'hits', Number(value.hits) + 1)")).toEqual([
      'certain ioredis user.hits',
    ]);
    expect(hash("hgetall('user')", "hset('user', 'total', Number(value.hits) + 1)")).toEqual([]);
  });
});

describe('two stores', () => {
  test('one key of two clients that the file makes is two resources', () => {
    const text = (writer: string) => `
      import { Redis } from 'ioredis';
      const here = new Redis(), there = new Redis(6380);
      export async function move() {
        await ${writer}.set('hits', Number(await here.get('hits')) + 1);
      }`;
    expect(storeRaces(text('here'))).toHaveLength(1);
    expect(storeRaces(text('there'))).toEqual([]);
  });
});
