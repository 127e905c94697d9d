import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reportsOn, syntaxError } from './support/strict.js';

/** Sources in many styles: modern and old, typed and not, by hand and by bundlers. */
const PACKAGES = [
  'typescript-eslint',
  '@typescript-eslint/eslint-plugin',
  'eslint',
  'vitest',
  'zod',
  'ioredis',
  'redis',
  '@redis/client',
  '@upstash/redis',
  'redlock',
  'async-mutex',
  'fast-check',
];
const FILES_EACH = 40;
const MAX_LENGTH = 300_000;
/** Where npm puts packages: at the root, or beside the tests where two versions are needed. */
const PLACES = ['../node_modules', '../../node_modules'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

test.each(PACKAGES)('no rule throws on the sources of %s', async (name) => {
  const files = await sourcesOf(name);
  let parsed = 0;
  for (const file of files) {
    // The mention makes sure that the whole analysis runs.
    const text = `/* redis */ ${await readFile(file, 'utf8')}`;
    if (text.length > MAX_LENGTH) continue;
    const messages = reportsOn(text, basename(file));
    if (syntaxError(messages) === undefined) parsed++;
  }
  expect(parsed).toBeGreaterThan(0);
});

/** Up to `FILES_EACH` sources of an installed package, from all over it. */
async function sourcesOf(name: string): Promise<readonly string[]> {
  const place = PLACES.map((path) => join(path, name)).find((path) => existsSync(path)) ?? name;
  const all = await sourcesIn(await realpath(place));
  const step = Math.max(1, all.length / FILES_EACH);
  return Array.from(
    { length: Math.min(all.length, FILES_EACH) },
    (_, index) => all[Math.floor(index * step)] ?? '',
  );
}

async function sourcesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') found.push(...(await sourcesIn(path)));
    else if (/\.[cm]?[jt]sx?$/u.test(entry.name)) found.push(path);
  }
  return found.sort();
}
