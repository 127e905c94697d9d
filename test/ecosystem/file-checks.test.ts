/** The suites of two tools that look for checks of files, restated: our rule runs on every case. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CASES } from './file-checks/cases.js';
import { oursOn } from './file-checks/lint.js';
import { comparisonPage } from './file-checks/page.js';

const page = fileURLToPath(new URL('../../eslint-plugin/docs/file-checks.md', import.meta.url));

describe('our rule does what the table says', () => {
  test.each(CASES)('$ours: $title', (each) => {
    expect(oursOn(each)).toBe(each.ours);
  });
});

test('there is a reason where they differ, and only there', () => {
  const wrong = CASES.filter(({ theirs, ours, reason }) => (theirs !== ours) !== (reason !== undefined));
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test('each case has a title of its own', () => {
  expect(new Set(CASES.map(({ title }) => title)).size).toBe(CASES.length);
});

test('the page with the comparison is up to date', async () => {
  await expect(await comparisonPage(page)).toMatchFileSnapshot(page);
});
