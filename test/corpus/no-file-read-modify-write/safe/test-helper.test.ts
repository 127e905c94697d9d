// safe: a test, which runs once
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it('adds a line', async () => {
  const text = await readFile('fixture.txt', 'utf8');
  await writeFile('fixture.txt', text + 'line\n');
  expect(await readFile('fixture.txt', 'utf8')).toContain('line');
});
