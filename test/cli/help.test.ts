import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { help } from '../../eslint-plugin/dist/cli/help.js';
import { interleave, makeProject } from './interleave.js';

test('the help names every option and fits in 80 columns', () => {
  const options = ['strict', 'explain', 'fix-dry-run', 'format', 'concurrency', 'no-ignore', 'stdin'];
  for (const option of [...options, 'stdin-filename', 'help', 'version'])
    expect(help).toContain(`--${option}`);
  for (const format of ['stylish', 'json', 'sarif', 'github']) expect(help).toContain(format);
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('help and version are printed, whatever else is asked', async () => {
  const cwd = await makeProject({});
  const manifest: unknown = createRequire(import.meta.url)('../../eslint-plugin/package.json');
  const { version } = manifest as { readonly version: string };
  expect(await interleave(['--help', 'nowhere'], { cwd })).toEqual({ code: 0, stdout: help, stderr: '' });
  expect(await interleave(['-v', 'nowhere'], { cwd })).toEqual({
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  });
});
