/** The published cases of CodeQL's `js/insecure-temporary-file`, restated: our rule runs on every one. */
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import { describe, expect, test } from 'vitest';
import { CASES, IMPORTS, type Outcome } from './insecure-temporary-file/cases.js';
import { comparisonPage } from './insecure-temporary-file/page.js';

const page = fileURLToPath(new URL('../../eslint-plugin/docs/insecure-temporary-file.md', import.meta.url));

describe('our rule does what the table says', () => {
  test.each(CASES)('$ours: $title', ({ code, ours }) => {
    expect(oursOn(code)).toBe(ours);
  });
});

test('a case that only `strict` reports says so', () => {
  const weak = CASES.filter(({ reason }) => reason === 'weak');
  expect(weak.map(({ code }) => oursOn(code, 'possible'))).toEqual(weak.map(() => 'reports'));
});

test('there is a reason where the two differ, and only there', () => {
  const wrong = CASES.filter(({ codeql, ours, reason }) => (codeql !== ours) !== (reason !== undefined));
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test('each case has a title of its own', () => {
  expect(new Set(CASES.map(({ title }) => title)).size).toBe(CASES.length);
});

test('the page with the comparison is up to date', async () => {
  await expect(await comparisonPage(page)).toMatchFileSnapshot(page);
});

/** @throws {SyntaxError} where the text does not parse. */
function oursOn(code: string, certainty: 'likely' | 'possible' = 'likely'): Outcome {
  const text = `${IMPORTS}\nexport function save(text) {\n${code}\n}`;
  const messages = new Linter().verify(text, {
    plugins: { interleave },
    rules: { 'interleave/no-shared-temp-path': ['error', { certainty }] },
  });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  return messages.length > 0 ? 'reports' : 'silent';
}
