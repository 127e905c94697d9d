/**
 * Sets a flag in the step that checks it, before the wait, and takes it back where what the wait is for fails:
 * for flags that turn others away while something is under way. Whoever waits for the end of it needs another rewrite.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  enclosingFunction,
  isBlock,
  isFunction,
  isWithin,
  walk,
  type Block,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { alwaysExits, jumpsOut, rangeOfRegion } from '../code/region.js';
import { freshName, usesOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt, textOf } from '../code/text.js';
import type { Rewrite, RewriteOf } from '../rewrite.js';
import { takeOut } from './edits.js';
import { looksAt, placeOf, type Place } from './place.js';

export const rewriteToFlagFirst: RewriteOf<'stale-write'> = (race, sourceCode) => {
  if (race.shape !== 'flag' || race.write.via || race.read.via) return undefined;
  const place = placeOf(sourceCode, race);
  const statement = place?.write.parent;
  if (place?.write.type !== 'AssignmentExpression' || statement?.type !== 'ExpressionStatement')
    return undefined;
  const block = statement.parent;
  if (!isBlock(block) || place.owner.generator) return undefined;
  const check = findCheck(sourceCode, place, block, statement);
  const first = check && findFirstWait(sourceCode, block, check.next, statement);
  const last = block.body.indexOf(statement);
  if (!check || first === undefined || first >= last) return undefined;
  const between = block.body.slice(first, last);
  if (between.some((each) => looksAt(sourceCode, each, place))) return undefined;
  const delayed: Delayed = { block, first, last, statement, place };
  return intoTry(sourceCode, delayed) ?? withReset(sourceCode, delayed, check.isLoop);
};

interface Delayed {
  readonly block: Block;
  /** The first statement that waits, and the one that sets the flag. */
  readonly first: number;
  readonly last: number;
  readonly statement: TSESTree.ExpressionStatement;
  readonly place: Place;
}

/** `if (busy) return`, `while (busy) await pause()`, `const free = agents.find(…)` before, or `if (!busy) {` around. */
function findCheck(
  sourceCode: SourceCode,
  { read }: Place,
  block: Block,
  statement: Node,
): { next: number; isLoop: boolean } | undefined {
  const { parent } = block;
  if (parent?.type === 'IfStatement' && parent.consequent === block && isWithin(read, parent.test))
    return waits(sourceCode, parent.test) ? undefined : { next: 0, isLoop: false };
  const index = block.body.findIndex((each) => isWithin(read, each));
  const check = block.body[index];
  if (!check || check.range[0] >= statement.range[0]) return undefined;
  const next = index + 1;
  switch (check.type) {
    case 'IfStatement': {
      const isGuard =
        !check.alternate && (alwaysExits(check.consequent) || jumpsOut(sourceCode, check.consequent));
      return isGuard && isWithin(read, check.test) && !waits(sourceCode, check.test)
        ? { next, isLoop: false }
        : undefined;
    }
    case 'WhileStatement':
      return isWithin(read, check.test) && !waits(sourceCode, check.test)
        ? { next, isLoop: true }
        : undefined;
    case 'VariableDeclaration':
      return waits(sourceCode, check) ? undefined : { next, isLoop: false };
    default:
      return undefined;
  }
}

function findFirstWait(
  sourceCode: SourceCode,
  block: Block,
  from: number,
  statement: Node,
): number | undefined {
  const index = block.body.findIndex(
    (each, at) => at >= from && each !== statement && waits(sourceCode, each),
  );
  return index === -1 ? undefined : index;
}

function waits(sourceCode: SourceCode, part: Node): boolean {
  let found = false;
  walk(sourceCode, part, (node) => {
    found ||= node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await);
    return !found && !isFunction(node);
  });
  return found;
}

const TITLE = 'Set it before the wait, and take it back where that fails';

/** `busy = true; try { … } finally { busy = false }`: what waits goes into the `try`. */
function intoTry(sourceCode: SourceCode, delayed: Delayed): Rewrite | undefined {
  const { block, first, last, place } = delayed;
  const follower = block.body[last + 1];
  if (follower?.type !== 'TryStatement' || follower.handler || !follower.finalizer) return undefined;
  const [reset, ...others] = follower.finalizer.body;
  const [start] = follower.block.body;
  if (!reset || others.length > 0 || !isReset(sourceCode, reset, place) || !start) return undefined;
  const between = block.body.slice(first, last) as readonly TSESTree.Statement[];
  const declared = namesOf(sourceCode, between);
  const isClash = namesOf(sourceCode, follower.block.body).some((name) => declared.includes(name));
  if (isClash || areUsedOutside(sourceCode, between, [...between, follower.block])) return undefined;
  const taken = takeOut(sourceCode, delayed.statement);
  if (!taken) return undefined;
  const { indent, newline } = styleOf(sourceCode);
  const range = rangeOfRegion(sourceCode, { block, first, last: last - 1 });
  const outer = newline + indentationAt(sourceCode, range.start);
  const body = editedAndIndented(sourceCode, range, [], indent);
  const inner = startOfContent(sourceCode, follower.block);
  return {
    title: TITLE,
    edits: [
      {
        range: { start: range.start, end: inner },
        text: `${taken.text}${outer}try {${outer}${indent}${body}`,
      },
    ],
  };
}

/** Behind the brace that opens a block: its line break, its comments and statements follow. */
function startOfContent({ text }: SourceCode, block: Node): number {
  const end = block.range[0] + 1;
  return text.charAt(end) === '\r' || text.charAt(end) === '\n' ? end : block.range[0] + 1;
}

/** `busy = true; try { … } catch (error) { busy = false; throw error; }`, where the flag is taken back later on. */
function withReset(sourceCode: SourceCode, delayed: Delayed, isLoop: boolean): Rewrite | undefined {
  const { block, first, last, statement, place } = delayed;
  const reset = findReset(sourceCode, delayed, isLoop);
  const between = block.body.slice(first, last) as readonly TSESTree.Statement[];
  if (reset === undefined || areUsedOutside(sourceCode, between, between)) return undefined;
  if (between.some((each) => leaves(sourceCode, each))) return undefined;
  const taken = takeOut(sourceCode, statement);
  if (!taken) return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const range = rangeOfRegion(sourceCode, { block, first, last: last - 1 });
  const outer = newline + indentationAt(sourceCode, range.start);
  const error = freshName(sourceCode, 'error', place.owner);
  const text = [
    taken.text,
    'try {',
    `${indent}${editedAndIndented(sourceCode, range, [], indent)}`,
    `} catch (${error}) {`,
    `${indent}${reset}${end}`,
    `${indent}throw ${error}${end}`,
    '}',
  ].join(outer);
  return { title: TITLE, edits: [{ range, text }, ...taken.edits] };
}

/** How the function itself takes the flag back; a lock made by hand is let go of by another function. */
function findReset(
  sourceCode: SourceCode,
  { statement, place }: Delayed,
  isLoop: boolean,
): string | undefined {
  let found: string | undefined;
  walk(sourceCode, isLoop ? sourceCode.ast : place.owner, (node) => {
    const isLater = node.range[0] > statement.range[1] || isLoop;
    if (isLater && !isWithin(node, statement) && isReset(sourceCode, node, place) && enclosingFunction(node))
      found ??= textOf(sourceCode, node).replace(/;$/u, '');
    return true;
  });
  return found;
}

/** A statement that puts a constant into the place, other than the one that was put there. */
function isReset(sourceCode: SourceCode, node: Node, { target, write }: Place): boolean {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') return false;
  const { left, right, operator } = node.expression;
  return (
    operator === '=' &&
    textOf(sourceCode, left) === textOf(sourceCode, target) &&
    (right.type === 'Literal' || (right.type === 'Identifier' && right.name === 'undefined')) &&
    write.type === 'AssignmentExpression' &&
    textOf(sourceCode, right) !== textOf(sourceCode, write.right)
  );
}

function leaves(sourceCode: SourceCode, statement: Node): boolean {
  let found = jumpsOut(sourceCode, statement);
  walk(sourceCode, statement, (node) => {
    found ||= node.type === 'ReturnStatement' || (node.type === 'ContinueStatement' && node.label !== null);
    return !found && !isFunction(node);
  });
  return found;
}

function namesOf(sourceCode: SourceCode, statements: readonly Node[]): string[] {
  return statements.flatMap((each) => sourceCode.getDeclaredVariables(each).map((variable) => variable.name));
}

/** True where names that statements declare are used elsewhere than in the given parts. */
function areUsedOutside(
  sourceCode: SourceCode,
  statements: readonly Node[],
  parts: readonly Node[],
): boolean {
  return statements.some((each) =>
    sourceCode
      .getDeclaredVariables(each)
      .some((variable) =>
        usesOf(variable).some(({ identifier }) => !parts.some((part) => isWithin(identifier, part))),
      ),
  );
}
