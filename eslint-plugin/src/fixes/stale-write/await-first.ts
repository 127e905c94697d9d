/**
 * Awaits what is awaited before the place is read, so that read and write are one step: `x += await f()` becomes
 * `const amount = await f(); x += amount`, and a variable that was read before the wait is read after it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, isWithin, some, walk, type Node, type SourceCode } from '../code/nodes.js';
import { declaratorOf, isReference, variableOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { rangeWithParentheses, textOf } from '../code/text.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';
import { putBefore, stepOf, takeOut } from './edits.js';
import { nameForResult } from './naming.js';
import { mentions, placeOf, type Place } from './place.js';
import { isPureBefore } from './pure.js';
import { findMovable } from './read-later.js';

export const rewriteToAwaitFirst: RewriteOf<'stale-write'> = (race, sourceCode) => {
  // Where the write also rests on a check, the check would still be stale.
  if (race.shape !== 'update' || race.check || race.write.via || race.read.via) return undefined;
  const place = placeOf(sourceCode, race);
  const step = place && stepOf(place.write);
  if (!step || place.owner.generator) return undefined;
  const isReadInStep = isWithin(place.read, step.node);
  const moved = isReadInStep ? [] : findMovable(sourceCode, place, step);
  const awaited = findAwaited(sourceCode, place);
  if (!moved || !awaited || (isReadInStep && awaited.length === 0)) return undefined;
  if (usesOtherReads(sourceCode, place, moved, awaited)) return undefined;
  const taken = moved.map((declaration) => takeOut(sourceCode, declaration));
  const hoisted = hoist(sourceCode, place, awaited);
  const code = [...hoisted.code, ...taken.map((each) => each?.text ?? '')];
  const edits = putBefore(sourceCode, step, code, hoisted.edits);
  if (!edits || taken.includes(undefined)) return undefined;
  return {
    title: isReadInStep
      ? 'Await first, then update in one step'
      : 'Read it after the wait, in one step with the write',
    edits: [...edits, ...taken.flatMap((each) => each?.edits ?? [])],
  };
};

/**
 * The parts of the write that wait, outermost first; undefined where one depends on the place, or where
 * something else would change places with it.
 */
function findAwaited(sourceCode: SourceCode, place: Place): readonly Node[] | undefined {
  const { write } = place;
  const found: Node[] = [];
  walk(sourceCode, write, (node) => {
    if (node.type !== 'AwaitExpression') return !isFunction(node);
    found.push(alwaysEvaluated(place, node));
    return false;
  });
  const distinct = [...new Set(found)];
  const isRight = distinct.every(
    (node) =>
      node !== write && !mentions(sourceCode, node, place) && isPureBefore(sourceCode, write, node, distinct),
  );
  const yields = some(sourceCode, write, (node) => node.type === 'YieldExpression');
  return isRight && !yields ? distinct : undefined;
}

/** All of what is added in `x += …`; else the await, with the condition on which it depends. */
function alwaysEvaluated({ write }: Place, awaiting: TSESTree.AwaitExpression): Node {
  if (write.type === 'AssignmentExpression' && write.operator !== '=') return write.right;
  let found: Node = awaiting;
  let child: Node = awaiting;
  for (const ancestor of ancestorsOf(awaiting)) {
    if (ancestor === write) break;
    const isOptional =
      (ancestor.type === 'ConditionalExpression' && ancestor.test !== child) ||
      (ancestor.type === 'LogicalExpression' && ancestor.left !== child) ||
      ancestor.type === 'ChainExpression';
    if (isOptional) found = ancestor;
    child = ancestor;
  }
  return found;
}

/** True where the written value also comes from a variable that was computed from the place before. */
function usesOtherReads(
  sourceCode: SourceCode,
  place: Place,
  moved: readonly Node[],
  awaited: readonly Node[],
): boolean {
  let found = false;
  walk(sourceCode, place.write, (node) => {
    if (awaited.includes(node) || found) return false;
    if (node.type !== 'Identifier' || !isReference(node)) return true;
    const variable = variableOf(sourceCode, node);
    if (!variable || variable.scope.type === 'module' || variable.scope.type === 'global') return true;
    if (moved.some((declaration) => variable.defs.some(({ name }) => isWithin(name, declaration))))
      return true;
    const values = [declaratorOf(variable)?.init, ...variable.references.map(({ writeExpr }) => writeExpr)];
    const isPlaceItself =
      place.target.type === 'Identifier' && variableOf(sourceCode, place.target) === variable;
    found ||= !isPlaceItself && values.some((value) => value && mentions(sourceCode, value, place));
    return !found;
  });
  return found;
}

function hoist(
  sourceCode: SourceCode,
  place: Place,
  awaited: readonly Node[],
): { code: readonly string[]; edits: readonly TextEdit[] } {
  const end = styleOf(sourceCode).semicolons ? ';' : '';
  const taken = new Set<string>();
  const code: string[] = [];
  const edits: TextEdit[] = [];
  for (const node of awaited) {
    const fallback = fallbackName(place, node);
    let name = nameForResult(sourceCode, node, fallback, place.owner);
    for (let count = 2; taken.has(name); count++) name = `${fallback}${String(count)}`;
    taken.add(name);
    code.push(`const ${name} = ${textOf(sourceCode, node)}${end}`);
    edits.push({ range: rangeWithParentheses(sourceCode, node), text: name });
  }
  return { code, edits };
}

function fallbackName({ write }: Place, node: Node): string {
  if (write.type === 'AssignmentExpression' && /^[+*/-]=$/u.test(write.operator)) return 'amount';
  return node.parent?.type === 'ArrayExpression' ? 'item' : 'value';
}
