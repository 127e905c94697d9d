/** The fast parser gives what typescript-estree gives: the same tree, tokens, comments and places. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseForESLint } from '@typescript-eslint/parser';
import { describe, expect, test } from 'vitest';
import { parseWithOxc } from '../../server/dist/engine/parse/oxc.js';
import { root } from '../docs/markdown.js';

/**
 * Trees differ in these, to no effect: oxc says `null` of what is absent, keeps offsets a second time, and sets what
 * typescript-estree has only for those who knew it before.
 */
function isLeftOut(key: string, value: unknown, type: unknown): boolean {
  if (value === null || value === undefined || key === 'parent' || key === 'hashbang') return true;
  if (key === 'start' || key === 'end') return typeof value === 'number';
  return key === 'computed' && type === 'TSEnumMember';
}

/** The fast parser counts lines when it is asked. */
function isSpan(value: object): value is { start: object; end: object } {
  return 'start' in value && typeof value.start === 'object' && 'end' in value;
}

function plain(value: unknown): unknown {
  if (value instanceof RegExp || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const type = 'type' in value ? value.type : undefined;
  if (isSpan(value)) return { start: value.start, end: value.end };
  const entries = Object.entries(value).filter(([key, each]) => !isLeftOut(key, each, type));
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}

function read(text: string, jsx: boolean, parser: 'oxc' | 'typescript') {
  const tree =
    parser === 'oxc'
      ? parseWithOxc(text, { sourceType: 'module', jsx })?.ast
      : parseForESLint(text, {
          loc: true,
          range: true,
          tokens: true,
          comment: true,
          sourceType: 'module',
          ecmaFeatures: { jsx },
          filePath: jsx ? 'a.tsx' : 'a.ts',
        }).ast;
  if (!tree) throw new Error('Not parsed');
  const { body, comments, range, loc } = tree;
  // To typescript-estree a member's name is JSX wherever there is JSX around.
  const tokens = tree.tokens?.map((token) =>
    token.type === 'JSXIdentifier' ? { ...token, type: 'Identifier' } : token,
  );
  return { body: plain(body), tokens: plain(tokens), comments: plain(comments), range, loc: plain(loc) };
}

function expectSame(text: string, jsx: boolean): void {
  expect(read(text, jsx, 'oxc')).toEqual(read(text, jsx, 'typescript'));
}

describe('on forms that are hard to split into tokens', () => {
  test.each([
    [
      'generics that end in >>',
      'const m: Map<string, Set<Array<number>>> = new Map(); let a = 8 >> 1; a >>>= /* >> */ 2;',
    ],
    ['comparison and shift', 'if (a >= b && c >> (d) > e) x >>= 1;'],
    ['templates in templates', 'const t = `a${`b${c}d`}e${"`"}`;'],
    ['regular expressions and divisions', 'const r = /[/]"\'`/u.test(s) ? a / b / c : 1 /* x */ / 2;'],
    [
      'words as names',
      'class A { static get = 1; delete() { return this.class; } } export { a as default };',
    ],
    ['private names', 'class A { #x = 1; has(o: object) { return #x in o && this.#x; } }'],
    ['numbers', 'const n = [0x1f, 1_000, .5, 5., 1e-3, 10n, 0b1, 1..toFixed()];'],
    ['numbers and ranges', 'const x = a ?.5 : b?.[0]?.(1);'],
    [
      'types',
      'type T<U> = U extends null ? undefined : U[keyof U]; declare const x: unique symbol; let y = <any>z!;',
    ],
    ['decorators', '@a @b() class C { @c d = 1; constructor(@e private readonly f: G) {} }'],
    ['escapes in names', 'const \\u0061bc = 1; const \u{20BB7} = "😀";'],
    ['import.meta and import()', 'const u = import.meta.url; const m = await import("x");'],
    ['line breaks of the language', 'a;\u2028b;\r\nc;\rd;\n'],
    [
      'enum, namespace, abstract',
      'enum E { A = 1, "b" } namespace N { export abstract class X { abstract y(): void } }',
    ],
    [
      'accessors and satisfies',
      'const o = { get a() { return 1 }, set a(v) {}, async *b() {} } satisfies P as const;',
    ],
    ['nothing', ''],
    ['only a comment', '// nothing\n'],
  ])('%s', (_, text) => {
    expectSame(text, false);
  });
  test('JSX', () => {
    expectSame('const a = <A.B c="d e" f={g} {...h}>text {i} <></> it\'s</A.B>;', true);
  });
});

const FOLDERS = ['server/src', 'test/corpus/no-get-then-set', 'fixtures'];

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[mc]?[jt]sx?$/u.test(path) && !/node_modules|\.d\.[mc]?ts$/u.test(path))
    .map((path) => join(root, folder, path));
}

test.each(FOLDERS)('on every source below %s', (folder) => {
  const differing = sourcesIn(folder).filter((path) => {
    const text = readFileSync(path, 'utf8').replace(/^#!/u, '//');
    const jsx = !/\.[mc]?ts$/u.test(path);
    try {
      return !isDeepStrictEqual(read(text, jsx, 'oxc'), read(text, jsx, 'typescript'));
    } catch {
      // What one of them refuses cannot be compared.
      return false;
    }
  });
  expect(differing).toEqual([]);
});

test('a text with an error gives nothing', () => {
  expect(parseWithOxc('const = 1;', { sourceType: 'module', jsx: false })).toBeUndefined();
});
