// safe: the test runs them together on purpose
import { expect, it } from 'vitest';
import { writeFile, readFile } from 'node:fs/promises';

it('keeps one of two', async () => {
  await Promise.all([writeFile('a.txt', 'one'), writeFile('a.txt', 'two')]);
  expect(['one', 'two']).toContain(await readFile('a.txt', 'utf8'));
});
