import { afterEach, describe, expect, test, vi } from 'vitest';
import { analyze } from 'eslint-plugin-interleave';
import { ForkedMap } from '../../eslint-plugin/dist/analysis/flow/forked-map.js';
import { Walk } from '../../eslint-plugin/dist/analysis/flow/walk.js';
import { parse } from '../analysis/support/source.js';

const STORE = "import { Redis } from 'ioredis'; const redis = new Redis();\n";
const lines = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('\n');
const inFunction = (body: string): string => `export async function f(a, b) {\n${body}\n}`;

/** Code of any number of lines. */
const SHAPES: Readonly<Record<string, (count: number) => string>> = {
  'functions that race': (count) =>
    lines(
      count,
      (n) => `export async function f${n}(k) { await redis.set(k, Number(await redis.get(k)) + 1); }`,
    ),
  'statements of one function': (count) =>
    inFunction(
      lines(count, (n) => `const v${n} = await redis.get('k${n}'); await redis.set('k${n}', v${n} + 1);`),
    ),
  'statements of the module': (count) =>
    `${lines(count, (n) => `export const v${n} = a.p${n} ? 1 : 2;`)} await redis.set('a', v0);`,
  'branches of one function': (count) =>
    inFunction(
      lines(count, (n) => `let v${n} = 0; if (a.p${n}) v${n} = await b;`) + "await redis.set('a', a);",
    ),
  'early returns': (count) =>
    inFunction(lines(count, (n) => `if (a.p${n}) return ${n};`) + "await redis.set('a', a);"),
  'cases of a switch': (count) =>
    inFunction(
      `let v; switch (a) {${lines(count, (n) => `case ${n}: v = ${n}; break;`)}} await redis.set('a', v);`,
    ),
  'cases that fall through': (count) =>
    inFunction(
      `let v; switch (a) {${lines(count, (n) => `case ${n}: v += b(${n});`)}} await redis.set('a', v);`,
    ),
  'loops one after another': (count) =>
    inFunction(lines(count, (n) => `for (const x of a.p${n}) await redis.set('k${n}', x);`)),
  'calls of one helper': (count) =>
    `async function load(k) { return redis.get(k); }\n${inFunction(`${lines(count, (n) => `await load('k${n}');`)}; await redis.set('a', a);`)}`,
  'functions that call one helper': (count) =>
    `async function save(k, v) { await redis.set(k, v); }\n${lines(count, (n) => `export async function f${n}() { await save('k', 1); }`)}`,
  'functions in a chain': (count) =>
    `${lines(count, (n) => `async function f${n + 1}(k) { return f${n}(k); }`)}
     async function f0(k) { await redis.set(k, Number(await redis.get(k)) + 1); } export { f${count} };`,
  'callbacks side by side': (count) =>
    inFunction(
      lines(count, (n) => `app.get('/${n}', async () => { b = await a.p${n}; await redis.set('a', b); });`),
    ),
  'a text that grows': (count) =>
    inFunction(`let s = ''; ${lines(count, (n) => `s += 'x' + a.p${n};`)} await redis.set('a', s);`),
  'a list that grows': (count) =>
    inFunction(
      `const l = []; ${lines(count, (n) => `l.push(await redis.get('k${n}'));`)} await redis.set('a', l);`,
    ),
  'a value that changes': (count) =>
    inFunction(
      `let v = await redis.get('a'); ${lines(count, (n) => `if (a.p${n}) v = v + 1;`)} await redis.set('a', v);`,
    ),
};

/** Instructions walked, and entries of states stored. */
function workOn(text: string): number {
  const sourceCode = parse(STORE + text, 'espree', 'module.js');
  const block = vi.spyOn(Walk.prototype, 'block');
  const set = vi.spyOn(ForkedMap.prototype, 'set');
  analyze(sourceCode);
  const walked = block.mock.calls.reduce((sum, [instructions]) => sum + instructions.length, 0);
  return walked + set.mock.calls.length;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('twice the code is twice the work', () => {
  test.each(Object.entries(SHAPES))('%s', (_, shape) => {
    const once = workOn(shape(300));
    vi.restoreAllMocks();
    const twice = workOn(shape(600));
    expect(once).toBeGreaterThan(300);
    expect(twice / once).toBeLessThan(2.3);
  });
});
