/** Every rewrite that is offered on the corpus: it parses, compiles as well as before, and ends its report. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { findProblems } from '../proof/checks.js';
import { applySuggestion, lintText } from '../proof/lint.js';
import { createTypeCheck } from '../proof/type-check.js';

vi.setConfig({ testTimeout: 180_000 });

const CORPUS = fileURLToPath(new URL('../corpus/no-await-between-read-and-write/racy/', import.meta.url));

const modules = readdirSync(CORPUS).map((name) => {
  const path = join(CORPUS, name);
  return { path, before: lintText(readFileSync(path, 'utf8'), path) };
});

const cases = modules.flatMap(({ path, before }) =>
  before.reports.flatMap((answers) =>
    answers.suggestions.map((suggestion, index) => ({
      name: basename(path),
      title: suggestion.title,
      path: join(dirname(path), `rewritten-${String(answers.line)}-${String(index)}-${basename(path)}`),
      baseline: path,
      before,
      answers,
      text: applySuggestion(before.text, suggestion),
    })),
  ),
);

const findTypeErrors = createTypeCheck([
  ...modules.map(({ path, before }) => ({ path, text: before.text })),
  ...cases,
]);

test.each(cases)('$name: $title', ({ path, baseline, before, answers, text }) => {
  expect(findProblems({ before, after: lintText(text, baseline), answers }), text).toEqual([]);
  expect(findTypeErrors(path, baseline), text).toEqual([]);
});

test('a rewrite is offered for four of five races', () => {
  const reports = modules.flatMap(({ before }) => before.reports);
  const answered = reports.filter(({ suggestions }) => suggestions.length > 0);
  expect(answered.length / reports.length).toBeGreaterThanOrEqual(0.8);
});
