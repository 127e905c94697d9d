/** Pieces of source text, changed and set in deeper, without touching what template literals hold. */
import { ASTUtils } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import type { TextEdit } from '../rewrite.js';
import type { Node, SourceCode } from './nodes.js';

/** Applies disjoint edits to the part of the text at `range`; edits outside of it are left out. */
export function edited(text: string, { start, end }: SourceRange, edits: readonly TextEdit[]): string {
  let result = '';
  let at = start;
  const inside = edits.filter(({ range }) => range.start >= start && range.end <= end);
  for (const edit of inside.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    result += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return result + text.slice(at, end);
}

/** The same, with every line but the first set in by one more step. */
export function editedAndIndented(
  sourceCode: SourceCode,
  range: SourceRange,
  edits: readonly TextEdit[],
  indent: string,
): string {
  const steps = lineStarts(sourceCode, range)
    .filter((start) => !edits.some((edit) => edit.range.start <= start && start < edit.range.end))
    .map((start) => ({ range: { start, end: start }, text: indent }));
  return edited(sourceCode.text, range, [...steps, ...edits]);
}

/** Where the lines within a range begin, except empty ones and those inside a template literal. */
function lineStarts(sourceCode: SourceCode, { start, end }: SourceRange): number[] {
  const starts: number[] = [];
  for (
    let at = sourceCode.text.indexOf('\n', start);
    at !== -1 && at + 1 < end;
    at = sourceCode.text.indexOf('\n', at + 1)
  ) {
    if (!/[\r\n]/u.test(sourceCode.text.charAt(at + 1)) && !isInTemplate(sourceCode, at + 1))
      starts.push(at + 1);
  }
  return starts;
}

function isInTemplate(sourceCode: SourceCode, index: number): boolean {
  const node = sourceCode.getNodeByRangeIndex(index);
  return node?.type === 'TemplateElement' && node.range[0] < index;
}

/** The white space with which the line of a place begins. */
export function indentationAt(sourceCode: SourceCode, index: number): string {
  const line = sourceCode.lines[sourceCode.getLocFromIndex(index).line - 1] ?? '';
  return /^[ \t]*/u.exec(line)?.[0] ?? '';
}

/** Sets each line but the first in by `indentation`. */
export function hang(code: string, indentation: string): string {
  return code.replace(/\n(?=[^\r\n])/gu, `\n${indentation}`);
}

export function rangeOf({ range: [start, end] }: Pick<Node, 'range'>): SourceRange {
  return { start, end };
}

/** A parenthesised expression with its parentheses: `(await …)`. */
export function rangeWithParentheses(sourceCode: SourceCode, node: Node): SourceRange {
  if (!ASTUtils.isParenthesized(node, sourceCode)) return rangeOf(node);
  const open = sourceCode.getTokenBefore(node);
  const close = sourceCode.getTokenAfter(node);
  return open && close ? { start: open.range[0], end: close.range[1] } : rangeOf(node);
}

export function textOf(sourceCode: SourceCode, node: Node): string {
  return sourceCode.text.slice(node.range[0], node.range[1]);
}
