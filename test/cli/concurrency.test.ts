import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { interleave, makeProject, racyCounter, safeCounter } from './interleave.js';

const files = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `src/${index.toString().padStart(2, '0')}.ts`,
    index % 3 === 0 ? racyCounter : safeCounter,
  ]),
);

describe('--concurrency', () => {
  test.each(['off', 'auto', '2'])('%s gives the same report', async (concurrency) => {
    const cwd = await makeProject(files);
    const alone = await interleave(['--explain', 'src'], { cwd });
    const { code, stdout } = await interleave(['--explain', '--concurrency', concurrency, 'src'], { cwd });
    expect(stdout).toBe(alone.stdout);
    expect(stdout).toContain('✖ 4 races in 4 files');
    expect(code).toBe(1);
  });

  test('checks code that is too deep for a thread', async () => {
    const sum = `export const sum = ${Array(10_000).fill('a').join(' + ')};\n`;
    const chain = `export const chain = p${'.then(f)'.repeat(10_000)};\n`;
    const cwd = await makeProject({ 'a.ts': racyCounter, 'sum.ts': sum, 'sum.js': sum, 'chain.js': chain });
    const { code, stdout } = await interleave(['--explain', '--concurrency', '2', '.'], { cwd });
    expect(stdout.endsWith('✖ 1 race in 1 file\n')).toBe(true);
    expect(code).toBe(1);
  }, 240_000);
});

test('two runs at once do not disturb each other, and leave nothing behind', async () => {
  const cwd = await makeProject(files);
  const before = await readdir(cwd, { recursive: true });
  const runs = await Promise.all(
    ['stylish', 'stylish', 'sarif', 'sarif'].map((format) => interleave(['--format', format, '.'], { cwd })),
  );
  expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(runs[0]).toEqual(runs[1]);
  expect(runs[2]).toEqual(runs[3]);
  expect(await readdir(cwd, { recursive: true })).toEqual(before);
});
