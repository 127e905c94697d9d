import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/utils';
import { describe, expect, test } from 'vitest';
import { parse } from '../analysis/support/source.js';
import { reportsOn, syntaxError } from './support/strict.js';
import { SCRIPTS, TYPED } from './support/syntax.js';

/** The mention of a store makes sure that the whole analysis runs. */
const MENTION = "import { Redis } from 'ioredis'; const redis = new Redis();\n";

describe('no rule throws, whatever the syntax', () => {
  test.each(SCRIPTS)('%s', (text) => {
    for (const filename of ['a.jsx', 'a.tsx']) {
      const messages = reportsOn(MENTION + text, filename);
      expect(syntaxError(messages)).toBeUndefined();
    }
  });

  test.each(TYPED)('%s', (text) => {
    expect(syntaxError(reportsOn(MENTION + text, 'a.ts'))).toBeUndefined();
  });

  test('every kind of node that the parser knows is among them', () => {
    const seen = new Set([
      ...SCRIPTS.flatMap((text) => nodeTypes(text, 'a.tsx')),
      ...TYPED.flatMap((text) => nodeTypes(text, 'a.ts')),
    ]);
    const missing = Object.values(AST_NODE_TYPES).filter((type) => !seen.has(type) && !IMPOSSIBLE.has(type));
    expect(missing).toEqual([]);
  });
});

/** Kinds that the parser declares and gives for no text, or only inside of others that are errors by now. */
const IMPOSSIBLE: ReadonlySet<string> = new Set([
  'JSXSpreadChild',
  'TSAbstractKeyword',
  'TSAsyncKeyword',
  'TSDeclareKeyword',
  'TSExportKeyword',
  'TSPrivateKeyword',
  'TSProtectedKeyword',
  'TSPublicKeyword',
  'TSReadonlyKeyword',
  'TSStaticKeyword',
]);

function nodeTypes(text: string, filename: string): readonly string[] {
  const { ast, visitorKeys } = parse(text, 'typescript', filename);
  const types: string[] = [];
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    types.push(node.type);
    const fields: Readonly<Record<string, unknown>> = { ...node };
    for (const key of visitorKeys[node.type] ?? []) {
      const child = fields[key];
      for (const each of Array.isArray(child) ? child : [child]) visit(each);
    }
  };
  visit(ast);
  return types;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

describe('texts that are hardly code', () => {
  test.each([
    ['nothing', ''],
    ['a space', ' \n\t'],
    ['a comment', '// redis'],
    ['a shebang', '#!/usr/bin/env node\nredis;'],
    ['a byte order mark', '\uFEFFredis;'],
    ['a directive', '"use strict"; "use server"; redis;'],
    ['line ends of all kinds', 'redis;\r\nredis;\rredis;\u2028redis;'],
  ])('%s', (_, text) => {
    expect(reportsOn(text, 'a.js')).toEqual([]);
    expect(reportsOn(text, 'a.ts')).toEqual([]);
  });

  test.each([
    ['an open bracket', 'redis.get('],
    ['two values', 'const redis = 1 2;'],
    ['await outside of anything', 'function f() { await redis.get(1); }'],
    ['a name twice', 'const redis = 1; const redis = 2;'],
    ['bytes', '\u0000\u0001redis'],
  ])('a syntax error is ESLint’s to report: %s', (_, text) => {
    const messages = reportsOn(text, 'a.js');
    expect(messages.map((message) => message.ruleId)).toEqual([null]);
  });

  test('places count as ESLint counts them: lines of all kinds, and characters of two units', () => {
    const text = `${MENTION}// 🏁\r\n/* 🏁 */ export async function f() { const n = await redis.get('🏁');\r\n  /* 🏁 */ await redis.set('🏁', n + '!'); }`;
    const [report, ...others] = reportsOn(text, 'a.ts').filter(
      (message) => message.ruleId === 'interleave/no-get-then-set',
    );
    expect(others).toEqual([]);
    expect(report).toMatchObject({ line: 4, column: 18 });
    expect(report?.message).toContain('`🏁`');
  });
});
