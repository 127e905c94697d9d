// safe: a test runs alone
import { existsSync, mkdirSync, unlinkSync } from 'node:fs';
import { beforeEach, it } from 'vitest';

beforeEach(() => {
  if (!existsSync('tmp')) mkdirSync('tmp');
});

it('removes the file', () => {
  if (existsSync('tmp/a')) unlinkSync('tmp/a');
});
