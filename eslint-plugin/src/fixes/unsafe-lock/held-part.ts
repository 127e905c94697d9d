/** What runs while a lock is held, put into `try`, with the release in `finally`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Lock, SourceRange } from '../../analysis/race.js';
import {
  ancestorsOf,
  enclosingFunction,
  findCall,
  isBlock,
  isFunction,
  isWithin,
  walk,
  type Block,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { alwaysExits, extendToUses, rangeOfRegion, statementsIn, type Region } from '../code/region.js';
import { isKnownAt, variableOf } from '../code/scopes.js';
import { removeStatements, statementOf } from '../code/statements.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

export interface HeldPart {
  readonly acquire: TSESTree.CallExpression;
  readonly region: Region;
  /** The statements that let go of it on the ways out. */
  readonly releases: readonly TSESTree.ExpressionStatement[];
  /** The last of them. */
  readonly last: TSESTree.ExpressionStatement;
}

/** The statements between taking a lock and letting go of it, where they stand in one list. */
export function heldPart(sourceCode: SourceCode, lock: Lock): HeldPart | undefined {
  const acquire = lock.acquire && findCall(sourceCode, lock.acquire);
  const releases = lock.releases.map((range) => releaseStatement(sourceCode, range));
  const last = releases.findLast((each) => each !== undefined);
  if (!acquire || !last || !isBlock(last.parent)) return undefined;
  const known = releases.filter((each) => each !== undefined);
  if (known.length < releases.length) return undefined;
  const first = firstHeld(sourceCode, acquire, last.parent);
  const end = last.parent.body.findIndex((each) => each === last);
  if (first === undefined || end <= first) return undefined;
  const whole = extendToUses(sourceCode, { block: last.parent, first, last: end - 1 });
  if (!whole) return undefined;
  const region = whole.last > end ? whole : { ...whole, last: end - 1 };
  const [start] = statementsIn(region);
  const held = known.every(
    (each) => each === last || statementsIn(region).some((one) => isWithin(each, one)),
  );
  return start && held && isKnownAt(sourceCode, last, start)
    ? { acquire, region, releases: known, last }
    : undefined;
}

/** @param closing What lets go of it. @param inner Further edits, some of them within the part. */
export function wrapHeld(
  sourceCode: SourceCode,
  { region, releases, last }: HeldPart,
  closing: string,
  inner: readonly TextEdit[] = [],
): TextEdit[] {
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const range = rangeOfRegion(sourceCode, region);
  const removed = removeStatements(sourceCode, releases);
  const edits = [...removed, ...awaited(sourceCode, region, last), ...inner].map((edit) =>
    // A statement is taken out with the indentation before it, which the first one has outside.
    edit.range.start < range.start && edit.range.end > range.start
      ? { ...edit, range: { start: range.start, end: edit.range.end } }
      : edit,
  );
  const isInside = (edit: TextEdit): boolean =>
    edit.range.start >= range.start && edit.range.end <= range.end;
  const [first] = statementsIn(region);
  const outer = newline + indentationAt(sourceCode, first?.range[0] ?? range.start);
  const body = editedAndIndented(sourceCode, range, edits.filter(isInside), indent).trim();
  const lines = ['try {', indent + body, '} finally {', `${indent}${closing}${semicolons ? ';' : ''}`, '}'];
  return [{ range, text: lines.join(outer) }, ...edits.filter((edit) => !isInside(edit))];
}

/** The code of a release, as it stands. */
export function closingOf(sourceCode: SourceCode, { last }: HeldPart): string {
  return sourceCode.getText(last.expression);
}

/** `await release();`, as a statement of its own. */
function releaseStatement(
  sourceCode: SourceCode,
  range: SourceRange,
): TSESTree.ExpressionStatement | undefined {
  const call = findCall(sourceCode, range);
  const waited = call?.parent.type === 'AwaitExpression' ? call.parent : call;
  return waited?.parent.type === 'ExpressionStatement' ? waited.parent : undefined;
}

/** The place in `block` from which the lock is held: behind the attempt, and behind the way out where it failed. */
function firstHeld(sourceCode: SourceCode, acquire: Node, block: Block): number | undefined {
  const at = block.body.findIndex((statement) => isWithin(acquire, statement));
  if (at !== -1) {
    const taking = block.body[at];
    // `if (!(await take())) return;` is its own way out.
    if (taking?.type === 'IfStatement')
      return alwaysExits(taking.consequent) && !taking.alternate ? at + 1 : undefined;
    if (taking?.type === 'TryStatement') return undefined;
    const next = block.body[at + 1];
    const isWayOut =
      next?.type === 'IfStatement' &&
      !next.alternate &&
      alwaysExits(next.consequent) &&
      usesResult(sourceCode, taking, next.test);
    return isWayOut ? at + 2 : at + 1;
  }
  // `if (await take()) { … }`, or `const got = await take(); if (got) { … }`
  const test = block.parent;
  if (test?.type !== 'IfStatement' || test.consequent !== block) return undefined;
  const taking = statementOf(acquire);
  return isWithin(acquire, test.test) || (taking && usesResult(sourceCode, taking, test.test))
    ? 0
    : undefined;
}

function usesResult(sourceCode: SourceCode, taking: Node | undefined, test: Node): boolean {
  if (taking?.type !== 'VariableDeclaration') return false;
  let found = false;
  walk(sourceCode, test, (node) => {
    if (node.type === 'Identifier') {
      const definition = variableOf(sourceCode, node)?.defs[0]?.node;
      found ||= definition !== undefined && isWithin(definition, taking);
    }
    return !found;
  });
  return found;
}

/** What is returned behind the release is waited for now that it comes before it. */
function awaited(sourceCode: SourceCode, region: Region, last: Node): TextEdit[] {
  const edits: TextEdit[] = [];
  const owner = enclosingFunction(last);
  for (const statement of statementsIn(region)) {
    walk(sourceCode, statement, (node) => {
      if (
        node.type === 'ReturnStatement' &&
        node.argument?.type === 'CallExpression' &&
        owner?.async === true
      ) {
        const [start] = node.argument.range;
        edits.push({ range: { start, end: start }, text: 'await ' });
      }
      return !isFunction(node);
    });
  }
  return edits;
}

/** The statement, of a list that holds all these nodes, in which the first of them stands. */
export function commonStatement(nodes: readonly Node[]): Node | undefined {
  const [first] = nodes;
  if (!first) return undefined;
  for (const block of ancestorsOf(first)) {
    if (isBlock(block) && nodes.every((node) => isWithin(node, block)))
      return (block.body as readonly Node[]).find((statement) => isWithin(first, statement));
    if (isFunction(block)) return undefined;
  }
  return undefined;
}
