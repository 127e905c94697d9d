import { chmod } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, interleave, makeProject, plainEnvironment, racyCounter } from './interleave.js';

const isRoot = process.getuid?.() === 0;

/** Ends with 2 and tells why in one line on standard error. */
async function refusal(args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await interleave(args, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^interleave: [^\n]+\n$/u);
  return stderr;
}

describe('what cannot be checked ends with 2 and one sentence', () => {
  test('an unknown option', async () => {
    expect(await refusal(['--explian'], await makeProject({}))).toContain("'--explian'");
  });

  test('paths that do not exist, all of them named', async () => {
    const cwd = await makeProject({ 'a.ts': '' });
    expect(await refusal(['src/missing.ts', 'a.ts', 'nowhere'], cwd)).toContain(
      "'src/missing.ts', 'nowhere'",
    );
  });

  test('a directory without code, and a glob that matches nothing', async () => {
    const cwd = await makeProject({ 'docs/notes.md': '# Notes' });
    expect(await refusal(['docs'], cwd)).toContain("'docs'");
    expect(await refusal(['src/**/*.ts'], cwd)).toContain("'src/**/*.ts'");
  });

  test.skipIf(isRoot)('a file that may not be read', async () => {
    const cwd = await makeProject({ 'secret.ts': '' });
    await chmod(join(cwd, 'secret.ts'), 0);
    expect(await refusal(['.'], cwd)).toMatch(/secret\.ts' could not be read: permission denied/u);
  });
});

describe('bad code is told with its place, and the rest is still checked', () => {
  test('a syntax error', async () => {
    const cwd = await makeProject({ 'src/a.ts': 'const a = 1;\nconst b = ;\n', 'src/b.ts': racyCounter });
    const { code, stdout, stderr } = await interleave(['src'], { cwd });
    expect(stdout).toMatch(/a\.ts\n {2}2:10 {2}error {2}Parsing error: Expression expected/u);
    expect(stdout).toContain('Lost update');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('bytes that are no text', async () => {
    const cwd = await makeProject({ 'a.js': '\u0000\uFFFD\u0001{{{' });
    const { code, stdout, stderr } = await interleave(['a.js'], { cwd });
    expect(stdout).toContain('Parsing error');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});

describe('code that is unusual, yet right, is checked', () => {
  const clean = { code: 0, stdout: '', stderr: '' };

  test('nothing at all, comments only, no imports, a byte order mark with a shebang', async () => {
    const cwd = await makeProject({
      'empty.js': '',
      'empty.ts': '',
      'comment.ts': '// nothing here',
      'no-imports.ts': 'export const a = 1;\n',
      'script.js': '\uFEFF#!/usr/bin/env node\r\nconsole.log(1);\r\n',
    });
    expect(await interleave(['.'], { cwd })).toEqual(clean);
  });

  test('expressions that are 10,000 deep', async () => {
    const depth = 10_000;
    const deep = {
      sum: Array(depth).fill('a').join(' + '),
      calls: 'f('.repeat(depth) + 'a' + ')'.repeat(depth),
      parentheses: '('.repeat(depth) + 'a' + ')'.repeat(depth),
      lists: '['.repeat(depth) + ']'.repeat(depth),
      chain: `p${'.then(f)'.repeat(depth)}`,
      conditions: `${'a ? b : '.repeat(depth)}c`,
    };
    const cwd = await makeProject(
      Object.fromEntries(
        Object.entries(deep).flatMap(([name, expression]) =>
          ['js', 'ts'].map((extension) => [`${name}.${extension}`, `export const deep = ${expression};\n`]),
        ),
      ),
    );
    expect(await interleave(['.'], { cwd })).toEqual(clean);
  }, 240_000);

  test('50,000 lines, with a race in the last of them', async () => {
    const part = (index: number) =>
      `export function f${index.toString()}(a) {\n${'  a = g(a) + 1;\n'.repeat(97)}  return a;\n}\n`;
    const cwd = await makeProject({
      'long.ts': Array.from({ length: 500 }, (_, index) => part(index)).join('') + racyCounter,
    });
    const { code, stdout } = await interleave(['--format', 'github', '.'], { cwd });
    expect(stdout).toContain('line=50007');
    expect(code).toBe(1);
  }, 240_000);
});

describe('the end of the one who reads or started it', () => {
  test('a reader that goes away early leaves no trace on standard error', async () => {
    const files = Array.from({ length: 40 }, (_, index) => [`${index.toString()}.ts`, racyCounter] as const);
    const cwd = await makeProject(Object.fromEntries(files));
    const child = spawn(process.execPath, [command, '--format', 'sarif', '.'], {
      cwd,
      env: plainEnvironment(),
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  test('an interrupt ends it at once with 130', async () => {
    const cwd = await makeProject({});
    const child = spawn(process.execPath, [command, '--stdin'], { cwd, env: plainEnvironment() });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    // More than a pipe holds: once it is taken, the command is reading, and waits for an end that never comes.
    const ended = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdin.write('a;\n'.repeat(500_000), resolve));
    child.kill('SIGINT');
    const code = await ended;
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
  });
});
