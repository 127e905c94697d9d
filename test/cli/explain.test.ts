import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guessedCounter, interleave, makeProject, racyCounter, safeCounter } from './interleave.js';

describe('--explain', () => {
  test('tells a race from its place to its lost update', async () => {
    const cwd = await makeProject({ 'src/racy.ts': racyCounter });
    const { code, stdout } = await interleave(['--explain', 'src'], { cwd });
    const parts = [
      'src/racy.ts:7:9  error  interleave/no-get-then-set',
      '  Lost update: `hits` is set from a value read before another caller could write it.',
      "  6 │ const hits = Number(await redis.get('hits'));",
      "  7 │ await redis.set('hits', String(hits + 1));",
      '  time │ A',
      'line 6  reads `hits`',
      "✗ B's update is lost",
      '✖ 1 race in 1 file',
    ];
    const places = parts.map((part) => stdout.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(code).toBe(1);
  });

  test('says that a clean project is clean', async () => {
    const cwd = await makeProject({ 'a.ts': safeCounter, 'b.ts': '' });
    expect(await interleave(['--explain'], { cwd })).toEqual({
      code: 0,
      stdout: '✔ No race found in 2 files\n',
      stderr: '',
    });
  });

  test('shows a syntax error among the races', async () => {
    const cwd = await makeProject({ 'broken.ts': 'const = 1;', 'racy.ts': racyCounter });
    const { code, stdout } = await interleave(['--explain'], { cwd });
    expect(stdout).toMatch(/^broken\.ts:1:6 {2}error\n\n {2}Parsing error:/u);
    expect(stdout).toContain('✖ 1 race in 1 file; 1 file not checked');
    expect(code).toBe(1);
  });
});

describe('--strict', () => {
  test('reports a race by guess, which is silent without it', async () => {
    const cwd = await makeProject({ 'guessed.js': guessedCounter });
    expect(await interleave(['.'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    const strict = await interleave(['--strict', '--explain'], { cwd });
    expect(strict.stdout).toContain("✗ B's update is lost");
    expect(strict.code).toBe(1);
  });
});

describe('--fix-dry-run', () => {
  test('shows the first rewrite of a race as a diff, and leaves the file as it is', async () => {
    const cwd = await makeProject({ 'src/racy.ts': racyCounter });
    const { code, stdout } = await interleave(['--fix-dry-run', 'src'], { cwd });
    expect(stdout).toContain('--- a/src/racy.ts\n+++ b/src/racy.ts\n@@ ');
    expect(stdout).toMatch(/^- {2}await redis\.set\('hits', String\(hits \+ 1\)\);$/mu);
    expect(stdout).toMatch(/^\+.*\bredis\.incr/mu);
    expect(stdout).toContain('Nothing was written.');
    expect(code).toBe(1);
    expect(await readFile(join(cwd, 'src/racy.ts'), 'utf8')).toBe(racyCounter);
  });

  test('says nothing more where there is no race', async () => {
    const cwd = await makeProject({ 'safe.ts': safeCounter });
    expect(await interleave(['--fix-dry-run'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
