import { expect, test } from 'vitest';
import { revealed } from './support/reveal.js';

function check(text: string): void {
  expect(revealed(text)).toBe(text);
}

test('what a helper reads and returns comes from its read, under the key it was given', () => {
  check(`
export async function handle(id) {
  const hits = await load('user:' + id);
  reveal(hits); // from get user:{id}, 2 suspensions ago
}
async function load(key) {
  const raw = await redis.get(key);
  reveal(raw); // from get key, 1 suspension ago
  return Number(raw);
}`);
});

test('what a helper is given comes back where it returns it, and nowhere else', () => {
  check(`
export async function handle() {
  const raw = await redis.get('a');
  reveal(same(raw)); // from get a, 1 suspension ago
  reveal(fixed(raw)); // from nothing
}
function same(value) { return value; }
function fixed(value) { log(value); return 1; }`);
});

test('what a helper stores into its argument is there afterwards', () => {
  check(`
export async function handle() {
  const box = {};
  fill(box, await redis.get('a'));
  reveal(box); // from get a, 1 suspension ago
}
function fill(target, value) { target.value = value; }`);
});

test('a method reads through the client of its object', () => {
  check(`
export class Counter {
  constructor(client) { this.client = client; this.redis = new Redis(); }
  read(key) { return this.redis.get(key); }
  async add(key) {
    const hits = await this.read(key);
    reveal(hits); // from get key, 1 suspension ago
  }
}`);
});

test('a function inside another shares its variables, in the order of the calls', () => {
  check(`
    let value = 1;
    const load = async () => {
      value = await redis.get('a');
    };
    reveal(value); // from nothing
    await load();
    reveal(value); // from get a, 2 suspensions ago`);
});

test('a callback that is not known to run at once may run, or not', () => {
  check(`
    let value = 1;
    await withClient(async () => {
      value = await redis.get('a');
    });
    reveal(value); // from get a, 2 suspensions ago`);
});

test('a callback of a timer runs later, under no guard of now', () => {
  check(`
    await mutex.runExclusive(() => {
      setTimeout(async () => {
        const raw = await redis.get('a');
        reveal(raw); // from get a, 1 suspension ago
      }, 10);
    });`);
});

test('functions that call each other end', () => {
  check(`
export async function even(n) {
  const raw = await redis.get('a');
  reveal(raw); // from get a, 1 suspension ago
  return n === 0 ? raw : odd(n - 1);
}
async function odd(n) { return n === 0 ? undefined : even(n - 1); }`);
});

test('a generator suspends at each yield', () => {
  check(`
export async function* pages() {
  const raw = await redis.get('a');
  yield raw;
  reveal(raw); // from get a, 2 suspensions ago
}`);
});

test('for await suspends in each round', () => {
  check(`
    const raw = await redis.get('a');
    for await (const each of input) {
      reveal(each); // from parameter input
      reveal(raw); // from get a, 3 suspensions ago
    }`);
});

test('recursion through a variable ends', () => {
  check(`
    const walk = async (node) => {
      const raw = await redis.get('a');
      reveal(raw); // from get a, 1 suspension ago
      return node ? walk(node.next) : raw;
    };
    return walk(input);`);
});
