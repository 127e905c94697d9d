/** From plain values to what ESLint takes: locations and suggestions. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../analysis/race.js';
import type { Rewrite } from '../fixes/rewrite.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

export function locate(sourceCode: SourceCode, { start, end }: SourceRange): TSESTree.SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

export function toSuggestion(rewrite: Rewrite): TSESLint.ReportSuggestionArray<'rewrite'>[number] {
  return {
    messageId: 'rewrite',
    data: { title: rewrite.title },
    fix: (fixer) =>
      rewrite.edits.map(({ range, text }) => fixer.replaceTextRange([range.start, range.end], text)),
  };
}
