import { describe, expect, test } from 'vitest';
import { moduleOf } from './support/prelude.js';
import { storeRaces } from './support/races.js';

const READ = "const hits = await redis.get('hits');";
const WRITE = "await redis.set('hits', Number(hits) + 1);";

/** The certainty of the race between read and write, in this order, with what stands around them. */
function raceIn(text: string, settings?: unknown): string {
  const [race] = storeRaces(moduleOf(text.replace('READ', READ).replace('WRITE', WRITE)), { settings });
  return race?.split(' ')[0] ?? 'none';
}

describe('a lock that all processes share excludes the race', () => {
  test.each([
    [
      'redlock, as a callback',
      "import Redlock from 'redlock'; const lock = new Redlock([redis]); export async function f() { await lock.using(['hits'], 500, async () => { READ WRITE }); }",
    ],
    [
      'redlock, acquired and released',
      "import Redlock from 'redlock'; const redlock = new Redlock([redis]); export async function f() { const lock = await redlock.acquire(['hits'], 500); try { READ WRITE } finally { await lock.release(); } }",
    ],
    [
      'redis-semaphore',
      "import { Mutex as Shared } from 'redis-semaphore'; const shared = new Shared(redis, 'hits'); export async function f() { await shared.acquire(); try { READ WRITE } finally { await shared.release(); } }",
    ],
    [
      'a helper that says so',
      "import { withLock } from './locks'; export async function f() { await withLock('hits', async () => { READ WRITE }); }",
    ],
    [
      'SET NX, checked',
      "if (!(await redis.set('lock', id, 'PX', 500, 'NX'))) return; READ WRITE await redis.del('lock');",
    ],
    [
      'WATCH on a connection of its own, with the outcome checked',
      "const own = redis.duplicate(); await own.watch('hits'); const hits = await own.get('hits'); const done = await own.multi().set('hits', Number(hits) + 1).exec(); if (!done) throw new Error('again');",
    ],
  ])('%s', (_, text) => {
    expect(raceIn(text)).toBe('none');
  });
});

describe('what looks like such a lock and is none', () => {
  test.each([
    [
      'redlock, released before the write',
      "import Redlock from 'redlock'; const redlock = new Redlock([redis]); export async function f() { const lock = await redlock.acquire(['hits'], 500); READ await lock.release(); WRITE }",
      'certain',
    ],
    [
      'redlock on a key that varies, around a key that does not',
      "import Redlock from 'redlock'; const lock = new Redlock([redis]); export async function f(id) { await lock.using([`user:${id}`], 500, async () => { READ WRITE }); }",
      'certain',
    ],
    [
      'two locks, one for the read and one for the write',
      "import Redlock from 'redlock'; const lock = new Redlock([redis]); export async function f() { let hits; await lock.using(['hits'], 500, async () => { hits = await redis.get('hits'); }); await lock.using(['hits'], 500, async () => { WRITE }); }",
      'certain',
    ],
    [
      'a helper that only logs',
      "import { withLog } from './locks'; export async function f() { await withLog('hits', async () => { READ WRITE }); }",
      'certain',
    ],
    [
      'SET NX that nobody checks',
      "await redis.set('lock', id, 'PX', 500, 'NX'); READ WRITE await redis.del('lock');",
      'certain',
    ],
    [
      'SET NX, released before the write',
      "if (!(await redis.set('lock', id, 'PX', 500, 'NX'))) return; READ await redis.del('lock'); WRITE",
      'certain',
    ],
    [
      'WATCH on the connection that all share',
      "await redis.watch('hits'); READ const done = await redis.multi().set('hits', Number(hits) + 1).exec(); if (!done) throw new Error('again');",
      'certain',
    ],
    [
      'a transaction without WATCH',
      "READ await redis.multi().set('hits', Number(hits) + 1).exec();",
      'certain',
    ],
  ])('%s', (_, text, expected) => {
    expect(raceIn(text)).toBe(expected);
  });
});

describe('a lock of one process', () => {
  test.each([
    ['a shared mutex', 'await mutex.runExclusive(async () => { READ WRITE });', 'possible'],
    [
      'p-limit of one',
      "import pLimit from 'p-limit'; const limit = pLimit(1); export const f = () => limit(async () => { READ WRITE });",
      'possible',
    ],
    [
      'p-queue of one',
      "import PQueue from 'p-queue'; const queue = new PQueue({ concurrency: 1 }); export const f = () => queue.add(async () => { READ WRITE });",
      'possible',
    ],
    [
      'async-lock',
      "import AsyncLock from 'async-lock'; const lock = new AsyncLock(); export const f = () => lock.acquire('hits', async () => { READ WRITE });",
      'possible',
    ],
    [
      'proper-lockfile, which other hosts do not see',
      "import lockfile from 'proper-lockfile'; export async function f() { const release = await lockfile.lock('hits', { retries: 5 }); try { READ WRITE } finally { await release(); } }",
      'possible',
    ],
    [
      'proper-lockfile, by its functions',
      "import { lock, unlock } from 'proper-lockfile'; export async function f() { await lock('hits', { retries: 5 }); try { READ WRITE } finally { await unlock('hits'); } }",
      'possible',
    ],
    [
      'a semaphore of one, whose release is an element',
      "import { Semaphore } from 'async-mutex'; const slots = new Semaphore(1); export async function f() { const [, release] = await slots.acquire(); try { READ WRITE } finally { release(); } }",
      'possible',
    ],
    [
      'tasks chained to a shared promise',
      'let tail = Promise.resolve(); export function f() { tail = tail.then(async () => { READ WRITE }); return tail; }',
      'possible',
    ],
    [
      'a mutex that each call makes',
      'const own = new Mutex(); await own.runExclusive(async () => { READ WRITE });',
      'certain',
    ],
    [
      'p-limit of two',
      "import pLimit from 'p-limit'; const limit = pLimit(2); export const f = () => limit(async () => { READ WRITE });",
      'certain',
    ],
    [
      'p-queue of any number',
      "import PQueue from 'p-queue'; const queue = new PQueue(); export const f = () => queue.add(async () => { READ WRITE });",
      'certain',
    ],
    [
      'a mutex around the read only',
      'const hits = await mutex.runExclusive(() => redis.get("hits")); WRITE',
      'certain',
    ],
    [
      'a lock released before the write',
      'const release = await mutex.acquire(); READ release(); WRITE',
      'certain',
    ],
  ])('%s', (_, text, expected) => {
    expect(raceIn(text)).toBe(expected);
  });
});

describe('locks by settings', () => {
  const text =
    "import { alone } from './mine'; export async function f() { await alone('hits', async () => { READ WRITE }); }";

  test('a function that is named as a lock is one, another is not', () => {
    expect(raceIn(text, { locks: ['alone'] })).toBe('none');
    expect(raceIn(text, { locks: ['together'] })).toBe('certain');
  });

  test('a method is named with its object', () => {
    const method = text.replaceAll('alone', 'queue').replace('queue(', 'queue.run(');
    expect(raceIn(method)).toBe('certain');
    expect(raceIn(method, { locks: ['queue.run'] })).toBe('none');
  });
});

describe('a helper that is only called under a lock', () => {
  const file = (call: string) =>
    `import Redlock from 'redlock'; const lock = new Redlock([redis]); async function add() { READ WRITE }
     export async function f() { ${call} }`;

  test('is guarded by its callers', () => {
    expect(raceIn(file("await lock.using(['hits'], 500, () => add());"))).toBe('none');
    expect(raceIn(file("await lock.using(['hits'], 500, () => add()); await add();"))).toBe('certain');
  });
});
