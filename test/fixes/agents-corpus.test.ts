/** Every rewrite on every racy module of graphs and indexes keeps what can be checked without running it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { findProblems } from '../proof/checks.js';
import { applySuggestion, lintText } from '../proof/lint.js';
import { createTypeCheck } from '../proof/type-check.js';

// The first test that compiles waits for all texts.
vi.setConfig({ testTimeout: 120_000 });

const folders = ['no-fixed-vector-id', 'no-unreduced-channel'].map((rule) =>
  fileURLToPath(new URL(`../corpus/${rule}/racy/`, import.meta.url)),
);

const rewritten = folders.flatMap((folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const before = lintText(readFileSync(path, 'utf8'), path);
    return before.reports.flatMap((report, at) =>
      report.suggestions.map((suggestion, index) => ({
        report,
        before,
        path,
        title: `${name}:${String(report.line)} "${suggestion.title}"`,
        after: lintText(applySuggestion(before.text, suggestion), path),
        target: join(folder, `rewritten-${String(at)}-${String(index)}-${basename(path)}`),
      })),
    );
  }),
);

const findTypeErrors = createTypeCheck([
  ...rewritten.map(({ path, before }) => ({ path, text: before.text })),
  ...rewritten.map(({ target, after }) => ({ path: target, text: after.text })),
]);

test('most modules are offered a rewrite', () => {
  expect(rewritten.length).toBeGreaterThan(60);
});

describe.each(rewritten)('$title', ({ report, before, after, path, target }) => {
  test('ends the report and leaves the rest alone', () => {
    expect(findProblems({ before, after, answers: report }), after.text).toEqual([]);
  });

  // Some modules use libraries that are not installed here, or JavaScript that no type fits.
  test.skipIf(/\.[cm]?js$/u.test(path) || findTypeErrors(path).length > 0)(
    'compiles where the original does',
    () => {
      expect(findTypeErrors(target, path), after.text).toEqual([]);
    },
  );
});
