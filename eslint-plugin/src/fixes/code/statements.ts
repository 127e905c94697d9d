/** Taking statements out of a text, and putting others in their place, without losing a comment. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import type { TextEdit } from '../rewrite.js';
import { isBlock, type Node, type SourceCode } from './nodes.js';
import { styleOf } from './style.js';
import { indentationAt, rangeOf } from './text.js';

/** The statement of a list of statements in which a node stands. */
export function statementOf(node: Node): TSESTree.Statement | undefined {
  let child: Node = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isBlock(parent)) return parent.body.find((statement) => statement === child);
  }
  return undefined;
}

/** Takes statements out; lines that become empty go with them, comments stay. */
export function removeStatements(sourceCode: SourceCode, statements: readonly Node[]): TextEdit[] {
  return statements.map((statement) => {
    const comments = sourceCode.getCommentsInside(statement).map((comment) => sourceCode.getText(comment));
    const line = lineAround(sourceCode, rangeOf(statement));
    const { newline } = styleOf(sourceCode);
    const indentation = indentationAt(sourceCode, statement.range[0]);
    const kept = comments.map((comment) => indentation + comment + newline).join('');
    if (!line.startsHere) return { range: rangeOf(statement), text: comments.join(' ') };
    if (line.endsHere) {
      const isLoneGap =
        kept === '' &&
        isGapBefore(sourceCode, statement, statements) &&
        /^[ \t]*\r?\n/u.test(sourceCode.text.slice(line.end));
      const gap = isLoneGap ? (/^[ \t]*\r?\n/u.exec(sourceCode.text.slice(line.end))?.[0].length ?? 0) : 0;
      return { range: { start: line.start, end: line.end + gap }, text: kept };
    }
    return { range: { start: line.start, end: line.codeAfter }, text: kept + indentation };
  });
}

/** Puts code in the place of a part of a statement; comments of that part that the code lacks go before the statement. */
export function replaceIn(sourceCode: SourceCode, node: Node, statement: Node, code: string): TextEdit[] {
  const lost = sourceCode
    .getCommentsInside(node)
    .map((comment) => sourceCode.getText(comment))
    .filter((comment) => !code.includes(comment));
  const edit = { range: rangeOf(node), text: code };
  if (lost.length === 0) return [edit];
  const { newline } = styleOf(sourceCode);
  const separator = newline + indentationAt(sourceCode, statement.range[0]);
  const moved = lost.map((comment) => comment + separator).join('');
  if (node.range[0] === statement.range[0]) return [{ ...edit, text: moved + code }];
  return [{ range: { start: statement.range[0], end: statement.range[0] }, text: moved }, edit];
}

interface Line {
  readonly start: number;
  /** After the line break. */
  readonly end: number;
  /** Where what follows the range on its line begins. */
  readonly codeAfter: number;
  /** Only white space stands before the range. */
  readonly startsHere: boolean;
  readonly endsHere: boolean;
}

function lineAround({ text }: SourceCode, { start, end }: SourceRange): Line {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const breakAt = text.indexOf('\n', end);
  const lineEnd = breakAt === -1 ? text.length : breakAt + 1;
  const after = text.slice(end, lineEnd);
  return {
    start: lineStart,
    end: lineEnd,
    codeAfter: end + (after.length - after.trimStart().length),
    startsHere: text.slice(lineStart, start).trim() === '',
    endsHere: after.trim() === '',
  };
}

/** True where the line above what remains is empty, or opens a block. */
function isGapBefore(sourceCode: SourceCode, statement: Node, removed: readonly Node[]): boolean {
  let line = statement.loc.start.line - 1;
  while (removed.some(({ loc }) => loc.start.line <= line && line <= loc.end.line)) line--;
  const above = sourceCode.lines[line - 1]?.trim() ?? '';
  return above === '' || above.endsWith('{');
}
