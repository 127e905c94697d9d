/** Every rewrite on every racy module of the corpus keeps what can be checked without running it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findProblems } from '../proof/checks.js';
import { applySuggestion, lintText, type Linted } from '../proof/lint.js';
import { createTypeCheck } from '../proof/type-check.js';

const RACY = fileURLToPath(new URL('../corpus/no-get-then-set/racy/', import.meta.url));

const rewrites = readdirSync(RACY)
  .filter((name) => /\.[cm]?[jt]s$/.test(name))
  .flatMap((name) => {
    const path = join(RACY, name);
    const before = lintText(readFileSync(path, 'utf8'), path);
    return before.reports.flatMap((report) =>
      report.suggestions.map((suggestion) => ({
        report,
        suggestion,
        before,
        path,
        line: report.line,
        name,
        title: suggestion.title,
      })),
    );
  });

const rewritten = rewrites.map((rewrite, index) => {
  const after: Linted = lintText(applySuggestion(rewrite.before.text, rewrite.suggestion), rewrite.path);
  return { ...rewrite, after, target: join(RACY, `rewritten-${String(index)}-${basename(rewrite.path)}`) };
});

const findTypeErrors = createTypeCheck([
  ...rewritten.map(({ path, before }) => ({ path, text: before.text })),
  ...rewritten.map(({ target, after }) => ({ path: target, text: after.text })),
]);

describe.each(rewritten)('$name:$line "$title"', ({ report, before, after, path, target }) => {
  test('ends the report and leaves the rest alone', () => {
    expect(findProblems({ before, after, answers: report }), after.text).toEqual([]);
  });

  // Some modules use libraries that are not installed here.
  test.skipIf(findTypeErrors(path).length > 0)('compiles where the original does', () => {
    expect(findTypeErrors(target, path), after.text).toEqual([]);
  });
});
