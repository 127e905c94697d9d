import { analyze, type Race } from 'eslint-plugin-interleave';
import { describe, expect, test } from 'vitest';
import { parse } from '../analysis/support/source.js';

const STORE = "import { Redis } from 'ioredis'; const redis = new Redis(); ";
/** In the same module, behind the deep code: still found. */
const RACE = " export async function add() { await redis.set('a', Number(await redis.get('a')) + 1); }";

/** The races beside some code; nothing where a parser itself runs out of stack, which ESLint reports. */
function racesBeside(code: string): readonly Race[] | undefined {
  let sourceCode;
  try {
    sourceCode = parse(STORE + code + RACE);
  } catch {
    return undefined;
  }
  return analyze(sourceCode);
}

const around = (open: string, inner: string, close: string) => (depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);
const many =
  (each: (index: number) => string, end = '') =>
  (depth: number) =>
    Array.from({ length: depth }, (_, index) => each(index)).join('') + end;
const inFunction = (body: (depth: number) => string) => (depth: number) =>
  `export async function f(a, b) { ${body(depth)} }`;
const expression = (value: (depth: number) => string) => (depth: number) =>
  `export const x = ${value(depth)};`;

const SHAPES: Readonly<Record<string, (depth: number) => string>> = {
  'nested calls': expression(around('f(', 'a', ')')),
  'nested parentheses': expression(around('(', 'a', ')')),
  'nested lists': expression(around('[', '1', ']')),
  'nested objects': expression(around('{ a: ', '1', '}')),
  'nested templates': expression(around('`${', 'a', '}`')),
  'nested arrow functions': expression(around('(a) => (', 'a', ')')),
  'nested conditionals': expression(around('a ? (', 'b', ') : c')),
  'nested classes': expression(around('class { a = ', '1', ' }')),
  'nested elements': expression(around('<a>', 'b', '</a>')),
  'a chain of members': expression((depth) => `a${'.b'.repeat(depth)}`),
  'a chain of calls': expression((depth) => `p${'.then(f)'.repeat(depth)}`),
  'a chain of callbacks': inFunction((depth) => `p${'.then((c) => { b += c; })'.repeat(depth)}`),
  'a chain of optional members': expression((depth) => `a${'?.b'.repeat(Math.min(depth, 500))}`),
  'a long sum': expression((depth) => Array(depth).fill('a').join(' + ')),
  'a sum that alternates': expression(many((index) => (index % 2 ? 'a - ' : 'a + '), 'a')),
  'a long conjunction': expression((depth) => Array(depth).fill('a').join(' && ')),
  'a ladder of conditions': expression(many((index) => `a === ${index} ? ${index} : `, '0')),
  'a ladder of else-ifs': inFunction(many((index) => `if (a === ${index}) f(); else `, 'f();')),
  'nested ifs': inFunction(around('if (a) {', 'f();', '}')),
  'nested blocks': inFunction(around('{', 'f();', '}')),
  'nested tries': inFunction(around('try { f(); ', 'await b;', '} catch (e) { throw e; } finally { f(); }')),
  'nested callbacks': inFunction(around('await g(async () => { a++; ', 'await b;', '});')),
  'loops in loops': inFunction(around('for (const x of a) { b = b + x; ', 'await b;', '}')),
  'labels on labels': inFunction(many((index) => `l${index}: `, 'f();')),
  'nested patterns': (depth) => `const ${around('[', 'y', ']')(depth)} = redis;`,
  'nested types': (depth) => `let y: ${around('Promise<', 'string', '>')(depth)};`,
  'a long qualified type': (depth) => `let y: A${'.B'.repeat(depth)};`,
  'constants of constants': (depth) =>
    `const c0 = f();${many((index) => `const c${index + 1} = c${index}.x;`)(depth)} export const y = c${depth};`,
  'constants of constants, used before': (depth) =>
    `export const y = () => c${depth}.get('a');const c0 = f();${many((index) => `const c${index + 1} = c${index}.x;`)(depth)}`,
  'functions that call the next': many(
    (index) => `export async function c${index}(k) { return c${index + 1}(k); } `,
  ),
  'functions that call the one before': many(
    (index) => `async function c${index + 1}(k) { return c${index}(k); } `,
  ),
  'methods that call the next': (depth) =>
    `export const o = { ${many((index) => `c${index}() { return this.c${index + 1}(); }, `)(depth)} };`,
  'classes that extend classes': (depth) =>
    `class C0 {}${many((index) => `class C${index + 1} extends C${index} { m() { return this.m(); } } `)(depth)}`,
  'objects in objects': inFunction(
    (depth) =>
      `const c0 = { v: await redis.get('c') };${many((index) => `const c${index + 1} = { c: c${index} };`)(depth)} await redis.set('d', JSON.stringify(c${depth}));`,
  ),
};

describe('code that is nested deeply', () => {
  describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
    test.each([100, 1_000, 5_000])('%i deep', (depth) => {
      const races = racesBeside(shape(depth));
      if (depth === 100) expect(races).toBeDefined();
      if (races) expect(keysOf(races)).toContain('a');
    });
  });
});

/** Each step uses the one before twice: whoever follows both goes 2^60 ways. */
const doubled = (first: string, next: (name: string) => string, last: (name: string) => string) =>
  `const c0 = ${first};${many((index) => `const c${index + 1} = ${next(`c${index}`)};`)(60)}${last('c60')}`;

const DOUBLING: Readonly<Record<string, string>> = {
  numbers: inFunction(() =>
    doubled(
      "await redis.get('c')",
      (c) => `${c} * ${c}`,
      (c) => `await redis.set('c', a ? b : ${c});`,
    ),
  )(0),
  texts: doubled(
    "'abc'",
    (c) => `${c} + ${c}`,
    (c) => `export const y = ${c};`,
  ),
  keys: inFunction(() =>
    doubled(
      'a',
      (c) => `\`\${${c}}:\${${c}}\``,
      (c) => `await redis.set(${c}, (await redis.get(${c})) + 1);`,
    ),
  )(0),
  calls: inFunction(() =>
    doubled(
      'a',
      (c) => `f(${c}, ${c})`,
      (c) => `await redis.set(${c}, (await redis.get(${c})) + 1);`,
    ),
  )(0),
  objects: inFunction(() =>
    doubled(
      "{ v: await redis.get('c') }",
      (c) => `{ l: ${c}, r: ${c} }`,
      (c) => `await redis.set('c', JSON.stringify(${c}));`,
    ),
  )(0),
  lists: inFunction(() =>
    doubled(
      "[await redis.get('c')]",
      (c) => `[${c}, ${c}]`,
      (c) => `await redis.set('c', JSON.stringify(${c}));`,
    ),
  )(0),
  helpers: many(
    (index) => `async function c${index}(k) { await c${index + 1}(k); return c${index + 1}(k); } `,
    'async function c60(k) { return redis.get(k); } export { c0 };',
  )(60),
  'helpers inside': inFunction(
    many(
      (index) => `async function c${index}(k) { b++; await c${index + 1}(k); return c${index + 1}(k); } `,
      'async function c60(k) { b++; return redis.get(k); } return c0(a);',
    ),
  )(60),
  'helpers that call each other': inFunction(
    many(
      (index) =>
        `async function c${index}(k) { b++; await c${(index + 1) % 30}(k); return c${(index + 7) % 30}(k); } `,
      'return c0(a);',
    ),
  )(30),
};

describe('code that doubles at each step', () => {
  test.each(Object.entries(DOUBLING))('%s', (_, code) => {
    expect(keysOf(racesBeside(code))).toContain('a');
  });
});

describe('declarations that go in a circle', () => {
  test.each([
    ['variables', 'var c = d, d = c; export const f = () => c.get(d);'],
    ['a variable of itself', 'let c = c; const { d = d } = d; export const f = () => c.get(d());'],
    [
      'types',
      'type A = B; type B = A; interface C extends D {} interface D extends C {} export const f = (a: A, c: C) => a.redis.get(c.redis);',
    ],
    ['classes', 'class A extends B {} class B extends A {} export const f = () => new A().redis.get();'],
    ['functions', 'export const c = () => d(); const d = () => c();'],
    ['a function that gives itself', 'const c = () => c; export const f = () => c()().get();'],
  ])('%s', (_, code) => {
    expect(keysOf(racesBeside(code))).toContain('a');
  });

  test('names that every object has mean nothing', () => {
    const code = `export const o = { __proto__: null, constructor: 1, toString() {}, hasOwnProperty: 2 };
      export async function f(m) { await redis.constructor('k'); await redis.toString(); redis.valueOf().get('k');
        const { constructor } = m; new constructor(); m.__proto__.hasOwnProperty(constructor); toString(); }`;
    expect(keysOf(racesBeside(code))).toEqual(['a']);
  });
});

function keysOf(races: readonly Race[] | undefined): readonly string[] | undefined {
  return races?.flatMap((race) => ('write' in race ? [race.write.resource.key] : []));
}
