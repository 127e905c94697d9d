/** What a module is to those who import it: what they cannot notice does not change it, and what they can does. */
import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave, { summaryOf } from 'eslint-plugin-interleave';
import { describe, expect, test } from 'vitest';

const BASE = `import { Redis } from 'ioredis';
import { Mutex } from 'async-mutex';
const KEY = 'hits';
export const redis = new Redis();
const lock = new Mutex();

export async function read(page: string, by = 1): Promise<number> {
  const key = \`\${KEY}:\${page}\`;
  const label = page.toUpperCase === undefined ? 'odd' : 'plain';
  console.log('reading', label);
  if (page === '') throw new Error('No page');
  return Number(await redis.get(key)) + by;
}

export class Store {
  constructor(private readonly client: Redis) {}
  async write(key: string, value: string) {
    await lock.runExclusive(async () => {
      await this.client.set(key, value);
    });
  }
}
`;

function summarize(text: string): string {
  const linter = new Linter({ cwd: process.cwd() });
  linter.verify(
    text,
    { ...interleave.configs.recommended, files: ['**/*.ts'], languageOptions: { parser } },
    { filename: join(process.cwd(), 'summarized.ts') },
  );
  const summary = summaryOf(linter.getSourceCode());
  if (summary === undefined) throw new Error('There is no summary');
  return summary;
}

const before = summarize(BASE);

function changed(from: string, to: string): string {
  expect(BASE).toContain(from);
  return summarize(BASE.replace(from, to));
}

describe('stays the same when', () => {
  test.each([
    ['a comment comes', 'const KEY', '// The counter.\nconst KEY'],
    ['lines move', 'export class', '\n\n\nexport class'],
    ['another text is logged', "'reading'", "'about to read'"],
    ['what is logged is made otherwise', "? 'odd' : 'plain'", "? 'strange' : `plain ${by * 2}`"],
    ['one more line is logged', "if (page === '')", "console.debug(key, by);\n  if (page === '')"],
    ['an error has other words', "'No page'", "'A page has to be given'"],
    ['a value is made that nobody takes', "if (page === '')", "const unused = by * 3;\n  if (page === '')"],
  ])('%s', (_, from, to) => {
    expect(changed(from, to)).toBe(before);
  });
});

describe('is another when', () => {
  test.each([
    ['another key is read', "'hits'", "'visits'"],
    ['another command is sent', 'redis.get(key)', 'redis.incr(key)'],
    ['a client is no longer offered', 'export const redis', 'const redis'],
    ['it waits no longer', 'Number(await redis.get(key))', 'Number(redis.get(key))'],
    ['the result rests on more', '+ by;', '+ by + page.length;'],
    ['a condition is another', "page === ''", "page === 'x'"],
    ['another error is thrown', 'new Error(', 'new TypeError('],
    ['a status is another', "new Error('No page')", 'new HTTPError(409)'],
    [
      'what waits is in a call that logs',
      "console.log('reading', label)",
      'console.log(await redis.incr(key))',
    ],
    ['a lock is gone', 'await lock.runExclusive(async () => {', 'await Promise.resolve().then(async () => {'],
    ['a method has another name', 'async write(', 'async put('],
    ['a field has another type', 'client: Redis', 'client: Map<string, string>'],
    ['a comment declares an owner', 'const KEY', '/* interleave: single-writer -- one process */ const KEY'],
    ['it passes on more', 'const KEY', "export * from './more.js';\nconst KEY"],
    ['another logger is told', "console.log('reading', label)", "tell('reading', label)"],
  ])('%s', (_, from, to) => {
    expect(changed(from, to)).not.toBe(before);
  });
});
