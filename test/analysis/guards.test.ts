import { expect, test } from 'vitest';
import { revealed } from './support/reveal.js';

function check(text: string): void {
  expect(revealed(text)).toBe(text);
}

test('a mutex is held inside runExclusive, and no longer', () => {
  check(`
    await mutex.runExclusive(async () => {
      reveal(1); // from nothing; under process lock mutex
    });
    reveal(2); // from nothing`);
});

test('a lock is held from acquire to release', () => {
  check(`
    const release = await mutex.acquire();
    reveal(1); // from nothing; under process lock mutex
    release();
    reveal(2); // from nothing`);
});

test('a release in finally ends the lock on every way out', () => {
  check(`
    await mutex.acquire();
    try {
      reveal(1); // from nothing; under process lock mutex
    } finally {
      mutex.release();
    }
    reveal(2); // from nothing`);
});

test('a lock that only one branch takes is not held behind them', () => {
  check(`
    if (input) {
      await mutex.acquire();
      reveal(1); // from nothing; under process lock mutex; if parameter input
    }
    reveal(2); // from nothing`);
});

test('a lock that each call makes for itself is its own', () => {
  check(`
    const own = new Mutex();
    await own.runExclusive(async () => {
      reveal(1); // from nothing; under own process lock Mutex()
    });`);
});

test('SET NX is a lock where its outcome is looked at', () => {
  check(`
    const taken = await redis.set('lock', id, 'PX', 1000, 'NX');
    if (!taken) return;
    reveal(1); // from nothing; under distributed lock lock
    await redis.del('lock');
    reveal(2); // from nothing`);
});

test('SET NX whose outcome nobody looks at is none', () => {
  check(`
    await redis.set('lock', id, 'PX', 1000, 'NX');
    reveal(1); // from nothing; under unchecked distributed lock lock`);
});

test('WATCH guards on a connection of its own, until the transaction is sent', () => {
  check(`
    const own = redis.duplicate();
    await own.watch('hits');
    reveal(1); // from nothing; under unchecked distributed watch hits
    await own.unwatch();
    reveal(2); // from nothing`);
});

test('WATCH on a shared connection guards nothing', () => {
  check(`
    await redis.watch('hits');
    reveal(1); // from nothing`);
});

test('tasks chained to a shared promise run one after another', () => {
  check(`
let tail = Promise.resolve();
export function handle() {
  tail = tail.then(async () => {
    reveal(1); // from nothing; under process queue tail.then
  });
  return tail;
}`);
});

test('a helper whose name says that it locks is believed', () => {
  check(`
import { withLock, withLog } from './helpers.js';
export async function handle(id) {
  await withLock(id, async () => {
    reveal(1); // from nothing; under unknown lock id
  });
  await withLog(id, async () => {
    reveal(2); // from nothing
  });
}`);
});

test('a helper of the file that takes a lock and keeps it leaves it held', () => {
  check(`
async function enter() {
  await mutex.acquire();
}
export async function handle() {
  await enter();
  reveal(1); // from nothing; under process lock mutex
  mutex.release();
  reveal(2); // from nothing
}`);
});
