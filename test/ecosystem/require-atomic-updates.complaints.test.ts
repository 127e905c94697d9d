/** What users of `require-atomic-updates` complained about comes out as they wanted it. */
import { describe, expect, test } from 'vitest';
import { COMPLAINTS } from './require-atomic-updates/complaints.js';
import { eslintOn, oursOn } from './require-atomic-updates/lint.js';

describe('our rule does what is wanted', () => {
  test.each(COMPLAINTS)('$wanted: $behaviour', ({ code, wanted }) => {
    expect(oursOn(code)).toBe(wanted);
  });
});

describe('`require-atomic-updates` does what the page says', () => {
  test.each(COMPLAINTS)('$eslint: $behaviour', ({ code, eslint }) => {
    expect(eslintOn(code)).toBe(eslint);
  });
});
