import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interleave, makeProject, racyCounter, type RunOptions } from './interleave.js';

/** The files with a race, relative to the working directory. */
async function racyFiles(args: readonly string[], options: RunOptions): Promise<string[]> {
  const { stdout } = await interleave(['--format', 'github', ...args], options);
  return [...stdout.matchAll(/^::error file=([^,]*)/gmu)].map(([, path = '']) => path);
}

const racyScript = racyCounter.replace('(): Promise<void>', '()');

describe('what is checked', () => {
  test('all files of JavaScript and TypeScript, and nothing else', async () => {
    const scripts = ['a.js', 'b.mjs', 'c.jsx'];
    const typed = ['d.ts', 'e.mts', 'f.cts', 'g.tsx'];
    const cwd = await makeProject({
      ...Object.fromEntries(scripts.map((path) => [path, racyScript])),
      ...Object.fromEntries(typed.map((path) => [path, racyCounter])),
      'h.cjs': `const Redis = require('ioredis');\n${racyScript.split('\n').slice(2).join('\n').replace('export ', '')}`,
      'notes.md': racyScript,
    });
    expect(await racyFiles(['.'], { cwd })).toEqual([...scripts, ...typed, 'h.cjs']);
  });

  test('JSX in .js, and JavaScript that only a lenient parser takes', async () => {
    const cwd = await makeProject({
      'decorated.js': `@injectable() export class Service {}\n${racyScript}`,
      'flow.js': racyCounter,
      'jsx.js': `${racyScript}export const view = <b>{hit}</b>;\n`,
      'sloppy.js': `${racyScript.replace('export ', '')}with (global) {}\n`,
    });
    expect(await racyFiles(['.'], { cwd })).toEqual(['decorated.js', 'flow.js', 'jsx.js', 'sloppy.js']);
  });

  test('no packages, no built or generated files, except where asked', async () => {
    const cwd = await makeProject({
      'node_modules/a/index.js': racyScript,
      'packages/b/dist/index.js': racyScript,
      'coverage/c.js': racyScript,
      'd.min.js': racyScript,
      'e.d.ts': 'export declare const e: string;',
      'f.js': racyScript,
    });
    expect(await racyFiles(['.'], { cwd })).toEqual(['f.js']);
    expect(await racyFiles(['--no-ignore', '.'], { cwd })).toEqual([
      'coverage/c.js',
      'd.min.js',
      'f.js',
      'packages/b/dist/index.js',
    ]);
  });

  test('a file that is named, yet left out, is told of', async () => {
    const cwd = await makeProject({ 'dist/a.js': racyScript });
    const { code, stdout } = await interleave(['dist/a.js'], { cwd });
    expect(stdout).toContain('File ignored because it is left out by default');
    expect(code).toBe(0);
  });

  test('paths outside of the working directory, globs, and names that look like globs', async () => {
    const project = await makeProject({
      'lib/a.ts': racyCounter,
      'app/[id]/b.ts': racyCounter,
      'app/c.ts': '',
    });
    const cwd = join(project, 'app');
    expect(await racyFiles(['../lib'], { cwd })).toEqual([join(project, 'lib/a.ts')]);
    const both = await racyFiles(['../lib/*.ts', '[id]/b.ts'], { cwd });
    expect(both.toSorted()).toEqual([join(project, 'lib/a.ts'), '[id]/b.ts']);
  });

  test('code on standard input', async () => {
    const cwd = await makeProject({});
    expect(await racyFiles(['--stdin'], { cwd, stdin: racyCounter })).toEqual(['stdin.ts']);
    const named = { cwd, stdin: racyScript };
    expect(await racyFiles(['--stdin', '--stdin-filename', 'src/a.jsx'], named)).toEqual(['src/a.jsx']);
  });
});

describe("the project's own ESLint", () => {
  test('has no part: its configuration is not read, and its comments about other rules are not judged', async () => {
    const cwd = await makeProject({
      'eslint.config.js': 'throw new Error("read");',
      'a.ts': '/* eslint-env node */\n/* eslint other/rule: error, no-undef: error */\nundefinedName();\n',
      'b.ts': '// eslint-disable-next-line other/rule\nexport const b = 1;\n',
    });
    expect(await interleave(['a.ts', 'b.ts'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('has comments that count where they are about a race', async () => {
    const comment = '  // eslint-disable-next-line interleave/no-get-then-set -- one writer\n';
    const cwd = await makeProject({ 'a.ts': racyCounter.replace(/(?=^ {2}await)/mu, comment) });
    expect(await interleave(['a.ts'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
