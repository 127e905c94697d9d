import { kindOfRewrite } from '../support/expectation.js';
import type { SourceText } from './fixtures.js';
import { applySuggestion, lintText, type Linted, type Report, type Suggestion } from './lint.js';

/** One suggestion accepted: the text before and after, and the report that it answers. */
export interface RewriteStep {
  readonly title: string;
  readonly answers: Report;
  readonly before: Linted;
  readonly after: Linted;
}

/** A way to make a text safe: one suggestion, then as many more as there are reports left. */
export interface Rewrite {
  /** The title of the suggestion under proof; with its line where the title alone does not tell it apart. */
  readonly title: string;
  readonly steps: readonly [RewriteStep, ...RewriteStep[]];
  /** The text after the last step. */
  readonly result: Linted;
}

/** Every suggestion of every report of the text, each followed through to the end. */
export function collectRewrites({ path, text }: SourceText): readonly Rewrite[] {
  const before = lintText(text, path);
  const choices = before.reports.flatMap((report) =>
    report.suggestions.map((suggestion) => ({ report, suggestion })),
  );
  return choices.map(({ report, suggestion }) => {
    const isOnlyOne = choices.filter((choice) => choice.suggestion.title === suggestion.title).length === 1;
    const title = isOnlyOne ? suggestion.title : `${suggestion.title} (line ${String(report.line)})`;
    return followThrough(title, takeStep(before, report, suggestion, path), path);
  });
}

function followThrough(title: string, first: RewriteStep, path: string): Rewrite {
  const steps: [RewriteStep, ...RewriteStep[]] = [first];
  let current = first.after;
  // No report may come back, so there are never more steps than reports at the beginning.
  for (let left = first.before.reports.length - 1; left > 0; left--) {
    const choice = chooseNext(current, first.title);
    if (choice === undefined) break;
    const step = takeStep(current, choice.report, choice.suggestion, path);
    steps.push(step);
    current = step.after;
  }
  return { title, steps, result: current };
}

/** The first report that offers something: the kind of the first title where it is offered, else what stands first. */
function chooseNext(linted: Linted, title: string): { report: Report; suggestion: Suggestion } | undefined {
  for (const report of linted.reports) {
    const [first] = report.suggestions;
    const same = report.suggestions.find(
      (suggestion) => kindOfRewrite(suggestion.title) === kindOfRewrite(title),
    );
    const suggestion = same ?? first;
    if (suggestion !== undefined) return { report, suggestion };
  }
  return undefined;
}

function takeStep(before: Linted, answers: Report, suggestion: Suggestion, path: string): RewriteStep {
  return {
    title: suggestion.title,
    answers,
    before,
    after: lintText(applySuggestion(before.text, suggestion), path),
  };
}
