import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { baseDirectory, missingPaths, shortPath } from '../../eslint-plugin/dist/cli/paths.js';
import { makeProject } from './interleave.js';

test('paths below the working directory are checked from there', () => {
  expect(baseDirectory('/home/me/app', ['src', '.', '/home/me/app/test', 'src/**/*.ts'])).toBe(
    '/home/me/app',
  );
});

test('paths outside of it are checked from the deepest directory that holds them all', async () => {
  const project = await makeProject({ 'one/a.ts': '', 'two/b.ts': '', 'other/c.ts': '' });
  const other = resolve(project, 'other');
  expect(baseDirectory(other, ['../one'])).toBe(resolve(project, 'one'));
  expect(baseDirectory(other, ['../one/a.ts'])).toBe(resolve(project, 'one'));
  expect(baseDirectory(other, ['../one/a.ts', '../two'])).toBe(project);
});

test('a directory whose name begins with two dots is still inside', () => {
  expect(baseDirectory('/home/me/app', ['..cache'])).toBe('/home/me/app');
});

test('a path that names nothing is missing, a glob is not', () => {
  expect(missingPaths('/', ['no-such-directory', '', '.', 'no-such/**/*.ts'])).toEqual([
    'no-such-directory',
    '',
  ]);
});

test('paths are shown relative to the working directory, others as they are', () => {
  expect(shortPath('/home/me/app', '/home/me/app/src/a.ts')).toBe('src/a.ts');
  expect(shortPath('/home/me/app', '/home/me/lib/a.ts')).toBe('/home/me/lib/a.ts');
});
