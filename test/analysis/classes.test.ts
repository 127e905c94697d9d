import { describe, expect, test } from 'vitest';
import { functionNamed, lowered, stepsOf } from './support/evaluation-order.js';

describe('classes', () => {
  test('fields are stores to this in an initializer, in their order', () => {
    const { functions } = lowered('class A { a = b; static c = d; #e = await f; [g] = 1; }');
    const initializer = functions.find((form) => form.kind === 'initializer');
    expect(initializer?.body.map(({ op }) => op)).toEqual([
      'this',
      'load',
      'set', // a
      'this',
      'load',
      'set', // c
      'this',
      'load',
      'suspend',
      'set', // #e
      'load',
      'this',
      'literal',
      'set', // [g]
    ]);
  });

  test('a static block runs with the fields', () => {
    const { functions } = lowered('class A { static { a(); } }');
    expect(functions.find((form) => form.kind === 'initializer')?.calls).toHaveLength(1);
  });

  test('methods, getters and private members are functions of the class', () => {
    const { classes } = lowered(
      'class A { constructor() {} a() {} get b() {} #c() {} static d() {} e = () => {}; }',
    );
    const members = classes[0]?.members.map(
      ({ kind, name, hidden }) => `${kind} ${name ?? ''}${hidden ? ' hidden' : ''}`,
    );
    expect(members).toEqual([
      'constructor constructor',
      'method a',
      'accessor b',
      'method #c hidden',
      'method d',
      'initializer ',
      'arrow e',
    ]);
    expect([...(classes[0]?.getters.keys() ?? [])]).toEqual(['b']);
  });

  test('a parameter property is stored to this, and its type is that of the field', () => {
    const text = 'class A { constructor(private readonly a: B, c: D) {} }';
    expect(stepsOf(text, 'constructor')).toBe('opaque; opaque; declare a; this; set .a; declare c');
    expect([...(lowered(text).classes[0]?.fieldTypes.keys() ?? [])]).toEqual(['a']);
  });

  test('super calls and super members', () => {
    const text = 'class A extends B { constructor() { super(a); super.m(b); } }';
    expect(stepsOf(text, 'constructor')).toBe('a; call super; this; b; call .m');
  });

  test('a class from before there were classes has its constructor and methods', () => {
    const text = 'function A(x) { this.x = x; } A.prototype.get = function () { return this.x; };';
    const [form] = lowered(text).classes;
    expect(form?.constructorForm?.name).toBe('A');
    expect([...(form?.methods.keys() ?? [])]).toEqual(['get']);
    expect(form?.fieldWrites.has('x')).toBe(true);
  });

  test('an object literal with methods is what their this means', () => {
    const { holders } = lowered(
      'const store = { get() { return this.x; }, set: function () {}, at: () => this };',
    );
    expect([...holders].map(([form, holder]) => `${form.name ?? ''} ${holder.variable?.name ?? ''}`)).toEqual(
      ['get store', 'set store'],
    );
  });

  test('both parsers give the same classes', () => {
    const text = 'class A extends B { a = 1; static #b = 2; get c() { return this.#b; } }';
    const shape = (parser: 'espree' | 'typescript') =>
      lowered(text, parser).functions.map((form) => form.body.map(({ op }) => op));
    expect(shape('espree')).toEqual(shape('typescript'));
  });
});

describe('what leaves the module', () => {
  test.each([
    ['export function f() {}', 'f'],
    ['export const f = () => 1;', 'f'],
    ['function f() {} export { f as g };', 'f'],
    ['export default function f() {}', 'f'],
    ['const f = async () => 1; export default f;', 'f'],
  ])('%s', (text, name) => {
    expect(functionNamed(lowered(text), name).exported).toBe(true);
  });

  test('what is not exported does not', () => {
    expect(functionNamed(lowered('function f() {} export const g = f();'), 'f').exported).toBe(false);
  });
});

describe('variables', () => {
  test('a shadowed name is another variable', () => {
    const steps = lowered('let x = 1; { let x = 2; x; } x;').module.body.flatMap((each) =>
      each.op === 'load' || each.op === 'store' ? [each.variable] : [],
    );
    expect(new Set(steps).size).toBe(2);
    expect(steps[0]).toBe(steps[3]);
  });

  test('a function that uses an outer local captures it; module variables are not captured', () => {
    const program = lowered(
      'let a; function outer() { let b; const inner = () => b; const free = () => a; }',
    );
    expect(functionNamed(program, 'inner').capturesLocals).toBe(true);
    expect(functionNamed(program, 'free').capturesLocals).toBe(false);
  });

  test('comments that speak to the tool are kept, others are not', () => {
    const text =
      '/* interleave: owned */ let a; // interleave: single-writer -- cron\n/* interleave */ let b;';
    expect(lowered(text).directives.map((each) => each.text)).toEqual(['owned', 'single-writer']);
  });

  test('JSDoc types name the import that they come from', () => {
    const text = "/** @param {import('ioredis').Redis} a */ function f(a) {}";
    expect(functionNamed(lowered(text), 'f').parameterForms[0]?.annotation).toMatchObject({
      kind: 'named',
      name: 'Redis',
      imported: { source: 'ioredis', name: 'Redis' },
      arguments: [],
    });
  });
});
