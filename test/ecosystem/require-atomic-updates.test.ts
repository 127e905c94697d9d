/** ESLint's own suite for `require-atomic-updates`, restated: both rules run on every case. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CASES } from './require-atomic-updates/cases.js';
import { eslintOn, oursOn } from './require-atomic-updates/lint.js';
import { comparisonPage } from './require-atomic-updates/page.js';

const page = fileURLToPath(new URL('../../eslint-plugin/docs/require-atomic-updates.md', import.meta.url));

describe('`require-atomic-updates` does what its own suite asks for', () => {
  test.each(CASES)('$eslint: $title', ({ code, options, eslint }) => {
    expect(eslintOn(code, options)).toBe(eslint);
  });
});

describe('our rule does what the table says', () => {
  test.each(CASES)('$ours: $title', ({ code, ours }) => {
    expect(oursOn(code)).toBe(ours);
  });
});

test('there is a reason where the two differ, and only there', () => {
  const wrong = CASES.filter(({ eslint, ours, reason }) => (eslint !== ours) !== (reason !== undefined));
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test('each case has a title of its own', () => {
  expect(new Set(CASES.map(({ title }) => title)).size).toBe(CASES.length);
});

test('the page with the comparison is up to date', async () => {
  await expect(await comparisonPage(page)).toMatchFileSnapshot(page);
});
