/** Putting statements before another one, and taking whole statements out with their comments. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import { isBlock, isFunction, type Node, type SourceCode } from '../code/nodes.js';
import { endWithComments, rangeOfRegion } from '../code/region.js';
import { styleOf } from '../code/style.js';
import { edited, hang, indentationAt, rangeOf, rangeWithParentheses } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

/** A statement that does nothing but evaluate an expression, or the body of an arrow function without braces. */
export interface Step {
  readonly expression: Node;
  /** The statement; the expression itself where it is an arrow function's body. */
  readonly node: Node;
}

/** The step whose whole expression is the given one. */
export function stepOf(expression: Node): Step | undefined {
  const { parent } = expression;
  if (!parent) return undefined;
  const isWhole =
    parent.type === 'ExpressionStatement' ||
    (parent.type === 'ReturnStatement' && parent.argument === expression);
  if (isWhole) return { expression, node: parent };
  return isFunction(parent) && parent.body === expression ? { expression, node: expression } : undefined;
}

/**
 * Puts statements before a step, in braces of their own where it stands alone.
 * @param code The statements, complete, not indented.
 * @param edits What else changes in the step.
 */
export function putBefore(
  sourceCode: SourceCode,
  { node, expression }: Step,
  code: readonly string[],
  edits: readonly TextEdit[],
): TextEdit[] | undefined {
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const { parent } = node;
  if (!parent || (!semicolons && /^[([`/+-]/u.test(sourceCode.text.slice(...node.range)))) return undefined;
  if (node === expression) {
    const range = rangeWithParentheses(sourceCode, node);
    const result = edited(sourceCode.text, rangeOf(node), edits);
    const indentation = indentationAt(sourceCode, parent.range[0]);
    const body = [
      ...code,
      `return ${expression.type === 'AssignmentExpression' ? `(${result})` : result}${semicolons ? ';' : ''}`,
    ].map((each) => newline + indentation + indent + hang(each, indentation + indent));
    const text = `{${body.join('')}${newline}${indentation}}`;
    return /\n/u.test(result) ? undefined : [{ range, text }];
  }
  if (isBlock(parent) || parent.type === 'SwitchCase') {
    const indentation = indentationAt(sourceCode, node.range[0]);
    const at = node.range[0];
    const text = code.map((each) => hang(each, indentation) + newline + indentation).join('');
    return [{ range: { start: at, end: at }, text }, ...edits];
  }
  const before = sourceCode.getTokenBefore(node);
  const end = endWithComments(sourceCode, node);
  const statement = edited(sourceCode.text, { start: node.range[0], end }, edits);
  if (!before || /\n/u.test(statement) || sourceCode.getCommentsBefore(node).length > 0) return undefined;
  const indentation = indentationAt(sourceCode, parent.range[0]);
  const body = [...code, statement].map(
    (each) => newline + indentation + indent + hang(each, indentation + indent),
  );
  const text = ` {${body.join('')}${newline}${indentation}}`;
  return [{ range: { start: before.range[1], end }, text }];
}

export interface TakenOut {
  /** The statement with its comments, each line but the first without the indentation of the statement. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** Takes a statement out with its comments and its lines; undefined where it shares a line with other code. */
export function takeOut(sourceCode: SourceCode, statement: TSESTree.Statement): TakenOut | undefined {
  const { parent } = statement;
  if (!isBlock(parent)) return undefined;
  const index = parent.body.indexOf(statement);
  const range = rangeOfRegion(sourceCode, { block: parent, first: index, last: index });
  const { text } = sourceCode;
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/u.exec(text.slice(range.end));
  if (!rest || text.slice(lineStart, range.start).trim() !== '') return undefined;
  const lineEnd = range.end + rest[0].length;
  const indentation = text.slice(lineStart, range.start);
  const taken = text.slice(range.start, range.end);
  if (/`[^`]*\n/u.test(taken)) return undefined;
  return {
    text: taken.replaceAll(`\n${indentation}`, '\n'),
    edits: [{ range: { start: lineStart, end: lineEnd + gapAfter(text, lineStart, lineEnd) }, text: '' }],
  };
}

/** The length of an empty line that would be left beside another one, or behind an opening brace. */
function gapAfter(text: string, start: SourceRange['start'], end: number): number {
  const above = text.slice(0, start).trimEnd();
  const isOpen = above.endsWith('{') || /\n[ \t]*\r?\n[ \t]*$/u.test(text.slice(0, start));
  return isOpen ? (/^[ \t]*\r?\n/u.exec(text.slice(end))?.[0].length ?? 0) : 0;
}
