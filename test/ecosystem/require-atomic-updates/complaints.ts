/**
 * What users of `require-atomic-updates` complained about, restated: reports on code that loses nothing, and races
 * that it does not see. What is wanted is what is right, whatever that rule does.
 */
import type { Outcome } from './cases.js';

export interface Complaint {
  readonly behaviour: string;
  /** What `require-atomic-updates` does. */
  readonly eslint: Outcome;
  /** What is wanted, and what `no-await-between-read-and-write` does at `likely`. */
  readonly wanted: Outcome;
  readonly code: string;
}

export const COMPLAINTS: readonly Complaint[] = [
  {
    // https://github.com/eslint/eslint/issues/11899
    behaviour: 'the body of a response, set to what was loaded',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      export const show = async (ctx) => {
        const row = await load(ctx.id);
        ctx.body = row;
      };
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/11899
    behaviour: 'a local variable that a closure has used, put together from what was loaded',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      export async function collect() {
        let found = await loadFirst();
        const more = await loadMore(found.id);
        (() => { found[more.name] = 1; })();
        found = { ...found, ...more };
        return found;
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/11950
    behaviour: 'a property of a shared object, set to a value that does not come from the old one',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      const device = { manifest: 1, config: undefined };
      export async function refresh() {
        const config = await fetchManifest(device.manifest);
        if (config) {
          device.config = config;
        }
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/13907
    behaviour: 'a property of a parameter, set to a part of what was loaded',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      export async function complete(user) {
        const found = await find(user.id);
        user.name = found.name;
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/17312
    behaviour: 'an entry added to a parameter after a call that adds another',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      async function addBase(headers) {
        headers['x-base'] = 'yes';
      }
      export async function addAll(headers) {
        await addBase(headers);
        headers['x-more'] = 'yes';
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/18785
    behaviour: 'fields of objects that the call has made',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      class Sprite {
        width = 0;
        height = 0;
        onEnd = () => {};
        play() {}
      }
      export const show = async () => {
        const first = new Sprite();
        const second = new Sprite();
        await Promise.all([first, second]);
        first.width = 100;
        first.play();
        first.onEnd = () => {
          first.height = 200;
        };
      };
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/19377
    behaviour: 'a ref of React that was passed to a function',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      import { useEffect, useRef } from 'react';
      export const Panel = () => {
        const database = useRef(null);
        const start = async () => {
          const opened = await open(5, database);
          database.current = opened;
        };
        useEffect(() => {
          start();
        }, []);
        return null;
      };
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/12353
    behaviour: 'a busy flag that is set before the wait',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      let busy = false;
      export async function sync() {
        if (busy) return;
        busy = true;
        await push();
        busy = false;
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/12353
    behaviour: 'a busy flag of the global object that is set before the wait',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      export async function sync() {
        if (window.syncing) return;
        window.syncing = true;
        await push();
        window.syncing = false;
      }
    `,
  },
  {
    // The look-alike of https://github.com/eslint/eslint/issues/12353
    behaviour: 'a busy flag that is set after the wait',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let busy = false;
      export async function sync() {
        if (busy) return;
        await push();
        busy = true;
      }
    `,
  },
  {
    // The look-alike of https://github.com/eslint/eslint/issues/12353
    behaviour: 'a thing to do once, marked as done after the wait',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let done = false;
      export async function prepare() {
        if (!done) {
          await createTables();
          done = true;
        }
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/19022
    behaviour: 'a field of `this` that is made when it is first needed',
    eslint: 'silent',
    wanted: 'reports',
    code: `
      export class Store {
        async open() {
          if (!this.client) this.client = await connect();
          return this.client;
        }
      }
    `,
  },
  {
    // The look-alike of https://github.com/eslint/eslint/issues/19022
    behaviour: 'a field of `this` that keeps the promise, and lets go of one that failed',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      export class Store {
        open() {
          this.client ??= connect().catch((error) => {
            this.client = undefined;
            throw error;
          });
          return this.client;
        }
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/11911
    behaviour: 'a property of a shared object',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      const shared = { hits: 0 };
      export async function count() {
        shared.hits += await step();
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/11911
    behaviour: 'a property of a shared object under another name',
    eslint: 'silent',
    wanted: 'reports',
    code: `
      const shared = { hits: 0 };
      export async function count() {
        const same = shared;
        same.hits += await step();
      }
    `,
  },
  {
    // The look-alike of https://github.com/eslint/eslint/issues/11911
    behaviour: 'a property of a copy',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      const shared = { hits: 0 };
      export async function preview() {
        const copy = { ...shared };
        copy.hits += await step();
        return copy;
      }
    `,
  },
  {
    behaviour: 'a value that is read again after the wait',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      let total = 0;
      export async function add() {
        const next = await step();
        total = total + next;
      }
    `,
  },
  {
    behaviour: 'a token of the newest call, compared after the wait',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      let newest = 0;
      let shown = [];
      export async function show(id) {
        const mine = ++newest;
        const before = shown;
        const page = await load(id);
        if (mine !== newest) return;
        shown = [...before, page];
      }
    `,
  },
  {
    behaviour: 'an update under a mutex',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      import { Mutex } from 'async-mutex';
      const mutex = new Mutex();
      let total = 0;
      export async function add() {
        await mutex.runExclusive(async () => {
          total += await step();
        });
      }
    `,
  },
  {
    behaviour: 'an update in a queue of promises',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      let tail = Promise.resolve();
      let total = 0;
      export function add() {
        tail = tail.then(async () => {
          total += await step();
        });
        return tail;
      }
    `,
  },
  {
    behaviour: 'a part of a module, imported when it is first needed',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let parse;
      export async function parser() {
        parse ??= (await import('./parser.js')).parse;
        return parse;
      }
    `,
  },
  {
    behaviour: 'a lock that is awaited once, then set',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let lock = Promise.resolve();
      export async function work() {
        await lock;
        lock = start();
        return lock;
      }
    `,
  },
  {
    behaviour: 'a lock that is looked at again after each wait, then set',
    eslint: 'reports',
    wanted: 'silent',
    code: `
      let lock;
      export async function work() {
        while (lock) await lock;
        lock = start();
        await lock;
        lock = undefined;
      }
    `,
  },
  {
    // https://github.com/eslint/eslint/issues/11954
    behaviour: 'a counter that goes down in `finally`',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      let running = 0;
      export async function run() {
        running += 1;
        try {
          await work();
        } finally {
          running -= 1;
        }
      }
    `,
  },
  {
    behaviour: 'a counter that is put back in `finally` to what it was',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let running = 0;
      export async function run() {
        const before = running;
        running = before + 1;
        try {
          await work();
        } finally {
          running = before;
        }
      }
    `,
  },
  {
    behaviour: 'a sum of closures that run together',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      export async function sum(list) {
        let total = 0;
        await Promise.all(list.map(async (each) => {
          total += await weigh(each);
        }));
        return total;
      }
    `,
  },
  {
    behaviour: 'a sum of closures that run together, each adding in one step',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      export async function sum(list) {
        let total = 0;
        await Promise.all(list.map(async (each) => {
          const weight = await weigh(each);
          total += weight;
        }));
        return total;
      }
    `,
  },
  {
    behaviour: 'a local sum in `for…of` with a wait',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      export async function sum(list) {
        let total = 0;
        for (const each of list) total += await weigh(each);
        return total;
      }
    `,
  },
  {
    behaviour: 'a sum of the module in `for…of` with a wait',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let total = 0;
      export async function sum(list) {
        for (const each of list) total += await weigh(each);
      }
    `,
  },
  {
    behaviour: 'a generator that reads, yields and writes',
    eslint: 'reports',
    wanted: 'reports',
    code: `
      let turn = 0;
      export function* turns() {
        const now = turn;
        yield now;
        turn = now + 1;
      }
    `,
  },
  {
    behaviour: 'a generator that writes before it yields',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      let turn = 0;
      export function* turns() {
        while (true) {
          turn = turn + 1;
          yield turn;
        }
      }
    `,
  },
  {
    behaviour: 'a total that was read before `for await` and is written after it',
    eslint: 'silent',
    wanted: 'reports',
    code: `
      let bytes = 0;
      export async function pump(stream) {
        const before = bytes;
        let own = 0;
        for await (const chunk of stream) own += chunk.length;
        bytes = before + own;
      }
    `,
  },
  {
    behaviour: 'a total that each round of `for await` adds to',
    eslint: 'silent',
    wanted: 'silent',
    code: `
      let bytes = 0;
      export async function pump(stream) {
        for await (const chunk of stream) bytes += chunk.length;
      }
    `,
  },
];
