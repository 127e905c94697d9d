/** The write, made only where the key still holds what was read. */
import { type Node, type SourceCode } from '../code/nodes.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt } from '../code/text.js';
import type { KeyWrite } from '../redis/calls.js';
import type { TextEdit } from '../rewrite.js';
import type { WriteSite } from './sites.js';

interface Plan {
  /** The helper that compares and sets. */
  readonly set: string;
  /** What was read. */
  readonly before: string;
  /** Edits that also touch the arguments of the write. */
  readonly edits: readonly TextEdit[];
  /** Nothing of the region comes after the write. */
  readonly isLast: boolean;
  /** The statement that waits for the next attempt. */
  readonly wait: string;
}

export interface ConditionalWrite {
  /** In the place of the write, set in by one more step. */
  readonly edit: TextEdit;
  /** A statement that ends the loop's body; empty where none is needed. */
  readonly tail: string;
}

export function conditionalWrite(
  sourceCode: SourceCode,
  write: KeyWrite,
  site: WriteSite,
  plan: Plan,
): ConditionalWrite {
  const { statement } = site;
  const { indent, newline, semicolons, quote } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const line = newline + indentationAt(sourceCode, statement.range[0]) + indent;
  const call = callOf(sourceCode, write, site, plan);
  const [start] = statement.range;
  if (plan.isLast && statement.type === 'ExpressionStatement') {
    const code = [...lostComments(sourceCode, statement, call), `if (await ${call}) break${end}`].join(line);
    return { edit: { range: { start, end: statement.range[1] }, text: code }, tail: plan.wait };
  }
  const behind = commentsBehind(sourceCode, statement);
  const code = [
    ...lostComments(sourceCode, statement, call),
    ...behind.map((comment) => sourceCode.getText(comment)),
    `if (!(await ${call})) {`,
    `${indent}${plan.wait}`,
    `${indent}continue${end}`,
    '}',
    // What the library's write gives where it has written.
    ...(statement.type === 'ReturnStatement' ? [`return ${quote}OK${quote}${end}`] : []),
  ].join(line);
  return {
    edit: { range: { start, end: behind.at(-1)?.range[1] ?? statement.range[1] }, text: code },
    tail: '',
  };
}

function callOf(
  sourceCode: SourceCode,
  write: KeyWrite,
  { statement, client, expiry }: WriteSite,
  { set, before, edits }: Plan,
): string {
  const { indent, newline, quote } = styleOf(sourceCode);
  const text = (node: Node): string =>
    editedAndIndented(sourceCode, withCommentsAbove(sourceCode, node), edits, indent);
  const { field } = write;
  const kept = expiry.kind === 'keep' ? [`${quote}KEEPTTL${quote}`] : [];
  const timed = 'time' in expiry ? [quote + expiry.kind + quote, text(expiry.time)] : kept;
  const args = [
    text(client),
    text(write.key),
    ...(field === undefined ? [] : [field]),
    before,
    text(write.value),
    ...timed,
  ];
  const [first] = write.args;
  const opening = first && sourceCode.getTokenBefore(first);
  if (!first || !opening || first.loc.start.line === opening.loc.end.line)
    return `${set}(${args.join(', ')})`;
  const line = newline + indentationAt(sourceCode, statement.range[0]) + indent;
  return `${set}(${line}${indent}${args.join(`,${line}${indent}`)},${line})`;
}

/** An argument with the comments that stand on lines above it. */
function withCommentsAbove(sourceCode: SourceCode, node: Node): { start: number; end: number } {
  const [comment] = sourceCode.getCommentsBefore(node);
  const isAbove = comment && sourceCode.getTokenBefore(node)?.loc.end.line !== comment.loc.start.line;
  return { start: isAbove ? comment.range[0] : node.range[0], end: node.range[1] };
}

function lostComments(sourceCode: SourceCode, statement: Node, code: string): readonly string[] {
  return sourceCode
    .getCommentsInside(statement)
    .map((comment) => sourceCode.getText(comment))
    .filter((comment) => !code.includes(comment));
}

function commentsBehind(sourceCode: SourceCode, statement: Node): ReturnType<SourceCode['getCommentsAfter']> {
  return sourceCode
    .getCommentsAfter(statement)
    .filter((comment) => comment.loc.start.line === statement.loc.end.line);
}
