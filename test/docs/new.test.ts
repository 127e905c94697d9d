/** `npm run new` in a copy of the project: what it writes builds, is styled and linted as the rest, and works. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintIn } from './lint.js';
import { root } from './markdown.js';

/** For a build of the whole plugin on a busy machine. */
const LONG = 300_000;

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'interleave-new-'));
  const parts = [
    'eslint-plugin/src',
    'eslint-plugin/docs',
    'eslint-plugin/package.json',
    'eslint-plugin/tsconfig.json',
    'fixtures/counter-ioredis',
    'test/support',
    'test/tsconfig.json',
    'scripts',
    '.prettierignore',
    '.prettierrc.json',
    'eslint.config.js',
    'package.json',
    'tsconfig.base.json',
  ];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const tool = (path: string): string => join('node_modules', path);

test('a store, a rule and a fixture are made, and build', { timeout: LONG }, () => {
  for (const args of [
    ['store', 'cache-box'],
    ['rule', 'no-lost-letter'],
    ['fixture', 'counter-copy'],
  ]) {
    const { status, output } = run('scripts/new.mjs', ...args);
    expect(output).toContain('Left to do');
    expect(status).toBe(0);
  }
  expect(run(tool('typescript/bin/tsc'), '-b', 'eslint-plugin')).toEqual({ status: 0, output: '' });
});

test('the new code is fine by ESLint and, once formatted, by Prettier', { timeout: LONG }, () => {
  const files = [
    'eslint-plugin/src/index.ts',
    'eslint-plugin/src/stores/index.ts',
    'eslint-plugin/src/stores/cache-box.ts',
    'eslint-plugin/src/rules/no-lost-letter.ts',
  ];
  const format = run(tool('prettier/bin/prettier.cjs'), '--write', '--log-level=warn', ...files);
  expect(format).toEqual({ status: 0, output: '' });
  expect(run(tool('eslint/bin/eslint.js'), '--max-warnings=0', ...files)).toEqual({ status: 0, output: '' });
  const made = [...files.slice(2), 'eslint-plugin/docs/rules/no-lost-letter.md', 'fixtures/counter-copy'];
  const check = run(tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', ...made);
  expect(check).toEqual({ status: 0, output: '' });
});

test('the new store is recognised in its modules, and the new rule is in the configs', async () => {
  const corpus = join(copy, 'test/corpus/no-get-then-set');
  const config = `
    import interleave from ${JSON.stringify(join(copy, 'eslint-plugin/dist/index.js'))};
    import parser from '@typescript-eslint/parser';

    if (!interleave.configs.recommended.rules['interleave/no-lost-letter']) throw new Error('not registered');
    export default [{ files: ['**/*.ts'], languageOptions: { parser } }, interleave.configs.recommended];
  `;
  for (const kind of ['racy', 'safe']) {
    const [file = ''] = readdirSync(join(corpus, kind));
    const text = readFileSync(join(corpus, kind, file), 'utf8');
    const lines = (await lintIn(config, { path: file, text })).map(({ line }) => line);
    const marked = text.split('\n').flatMap((line, index) => (line.includes('// RACE') ? index + 1 : []));
    expect(lines).toEqual(marked);
    expect(marked).toHaveLength(kind === 'racy' ? 1 : 0);
  }
});

test('the new fixture is the old one under another key', () => {
  const text = readFileSync(join(copy, 'fixtures/counter-copy/racy.ts'), 'utf8');
  expect(text).toContain("'counter-copy:pages'");
  expect(text).not.toContain('crawler:');
});

test('what is there already is not overwritten', () => {
  const { status, output } = run('scripts/new.mjs', 'fixture', 'counter-ioredis');
  expect(output).toContain('There is already: fixtures/counter-ioredis/racy.ts');
  expect(status).toBe(2);
});

test.each([
  [[], 'Usage: npm run new -- store|rule|fixture NAME'],
  [['shop', 'x'], 'Usage: npm run new -- store|rule|fixture NAME'],
  [['store', '../x'], '"../x" does not do as a name'],
  [['rule', 'always-race'], 'it starts with "no-"'],
])('new %j ends with a message, and no stack', (args, message) => {
  const { status, output } = run('scripts/new.mjs', ...args);
  expect(output).toContain(message);
  expect(output).not.toContain('    at ');
  expect(status).toBe(2);
});
