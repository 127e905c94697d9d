import { kindOfRewrite, type Expectation, type RewriteKind } from '../support/expectation.js';
import type { Linted, Report } from './lint.js';
import type { RewriteStep } from './rewrites.js';
import { findStyleBreaks } from './style.js';

/** What speaks against a rewritten text, as far as reading it tells; empty where nothing does. */
export function findProblems({ before, after, answers }: Omit<RewriteStep, 'title'>): readonly string[] {
  if (after.syntaxError !== undefined) return [`does not parse: ${after.syntaxError}`];
  const allowed = countBy(before.reports.filter((report) => report !== answers).map(identify));
  return [
    ...findSurplus(countBy(after.reports.map(identify)), allowed).map(
      (report) => `is still or newly reported: ${report}`,
    ),
    ...findSurplus(countBy(before.comments), countBy(after.comments)).map(
      (comment) => `has lost the comment "${comment.trim()}"`,
    ),
    ...findStyleBreaks(before.text, after.text),
  ];
}

/** How the reports of a racy text differ from what its fixture expects; empty where they do not. */
export function findUnexpected(
  { text, syntaxError, reports }: Linted,
  expectation: Expectation,
): readonly string[] {
  if (syntaxError !== undefined) return [`does not parse: ${syntaxError}`];
  const lines = text.split(/\r?\n/);
  const unmatched = new Set(reports);
  const problems = expectation.reports.flatMap((expected): readonly string[] => {
    const matching = lines.flatMap((line, index) => (line.includes(expected.write) ? [index + 1] : []));
    const [line] = matching;
    if (line === undefined || matching.length > 1) {
      return [`the expectation "${expected.write}" is on ${String(matching.length)} lines, must be on one`];
    }
    const report = reports.find(
      (candidate) => candidate.line === line && candidate.rule === expectation.rule,
    );
    if (report === undefined) return [`line ${String(line)} is not reported by ${expectation.rule}`];
    unmatched.delete(report);
    return findWrongOffers(
      report,
      expected.offers === 'none' ? [] : expected.offers,
      'never' in expected ? expected.never : [],
    );
  });
  return [
    ...problems,
    ...[...unmatched].map((report) => `line ${String(report.line)} is reported: ${report.message}`),
  ];
}

function findWrongOffers(
  { line, suggestions }: Report,
  offers: readonly RewriteKind[],
  never: readonly RewriteKind[],
): readonly string[] {
  const titles = suggestions.map(({ title }) => title);
  const kinds = new Set(titles.map(kindOfRewrite));
  const problems = [
    ...titles
      .filter((title) => kindOfRewrite(title) === undefined)
      .map((title) => `the title "${title}" tells no kind`),
    ...offers.filter((kind) => !kinds.has(kind)).map((kind) => `no ${kind} is offered`),
    ...never.filter((kind) => kinds.has(kind)).map((kind) => `a wrong ${kind} is offered`),
    ...(offers.length === 0 && titles.length > 0
      ? ['a rewrite is offered, the fixture says that there is none']
      : []),
  ];
  return problems.map((problem) => `line ${String(line)}: ${problem}`);
}

/** Lines move in a rewrite, so a report is known by its rule and the code on its line. */
function identify({ rule, source }: Report): string {
  return `${rule} at ${source}`;
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What there is more of than allowed. */
function findSurplus(
  counts: ReadonlyMap<string, number>,
  allowed: ReadonlyMap<string, number>,
): readonly string[] {
  return [...counts].filter(([value, count]) => count > (allowed.get(value) ?? 0)).map(([value]) => value);
}
