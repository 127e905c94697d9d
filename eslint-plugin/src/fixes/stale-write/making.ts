/** Code that makes what is not there yet, and keeps it: `if (!client) client = await connect()`, in its forms. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  isBlock,
  isFunction,
  isWithin,
  walk,
  withoutTypes,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { alwaysExits, jumpsOut } from '../code/region.js';
import { usesOf } from '../code/scopes.js';
import { textOf } from '../code/text.js';
import { names, type Place } from './place.js';

/** What is done where there is nothing yet. */
export interface Making {
  /** The statements that make it, the last one or one of them being the write. */
  readonly body: readonly TSESTree.Statement[];
  readonly assignment: TSESTree.AssignmentExpression;
  readonly isFlag: boolean;
  /** `if (!client) { … }`, whose body it is; `client ??= …`; `if (client) return client` before it. */
  readonly form: 'block' | 'operator' | 'after';
  readonly parts: readonly TSESTree.Statement[];
  /** What comes behind it. */
  readonly rest: readonly Node[];
}

export function findMaking(sourceCode: SourceCode, place: Place, isFlag: boolean): Making | undefined {
  const { write: assignment, owner } = place;
  const statement = assignment.parent;
  if (assignment.type !== 'AssignmentExpression' || statement?.type !== 'ExpressionStatement')
    return undefined;
  if (!owner.async || owner.generator || owner.body.type !== 'BlockStatement') return undefined;
  if (names(sourceCode, assignment.right, place)) return undefined;
  const making =
    inOperator(place, assignment, statement, isFlag) ??
    inBlock(sourceCode, place, assignment, statement, isFlag) ??
    afterReturn(sourceCode, place, assignment, statement, isFlag);
  return making && isMovable(sourceCode, making) ? making : undefined;
}

/** `client ??= await connect()` */
function inOperator(
  { owner }: Place,
  assignment: TSESTree.AssignmentExpression,
  statement: TSESTree.ExpressionStatement,
  isFlag: boolean,
): Making | undefined {
  const { parent } = statement;
  if (assignment.operator !== '??=' || !isBlock(parent) || parent !== owner.body) return undefined;
  const rest = parent.body.slice(parent.body.indexOf(statement) + 1);
  return { body: [statement], assignment, isFlag, form: 'operator', parts: [statement], rest };
}

/** `if (!client) client = await connect()` */
function inBlock(
  sourceCode: SourceCode,
  place: Place,
  assignment: TSESTree.AssignmentExpression,
  statement: TSESTree.ExpressionStatement,
  isFlag: boolean,
): Making | undefined {
  const block = statement.parent;
  const branch = block.type === 'BlockStatement' ? block.parent : block;
  if (assignment.operator !== '=' || branch.type !== 'IfStatement' || branch.alternate) return undefined;
  const around = branch.parent;
  if (!isBlock(around) || !isEmptyTest(sourceCode, branch.test, place)) return undefined;
  const body = block.type === 'BlockStatement' ? block.body : [statement];
  const rest = around.body.slice(around.body.indexOf(branch) + 1);
  return { body, assignment, isFlag, form: 'block', parts: [branch], rest };
}

/** `if (client) return client` before it, in the body of the function. */
function afterReturn(
  sourceCode: SourceCode,
  place: Place,
  assignment: TSESTree.AssignmentExpression,
  statement: TSESTree.ExpressionStatement,
  isFlag: boolean,
): Making | undefined {
  const { parent } = statement;
  if (assignment.operator !== '=' || parent !== place.owner.body || !isBlock(parent)) return undefined;
  const check = parent.body.findIndex((each) => isWithin(place.read, each));
  const guard = parent.body[check];
  const last = parent.body.indexOf(statement);
  if (guard?.type !== 'IfStatement' || guard.alternate || !alwaysExits(guard.consequent)) return undefined;
  if (check >= last || !isFullTest(sourceCode, guard.test, place)) return undefined;
  const body = parent.body.slice(check + 1, last + 1);
  return { body, assignment, isFlag, form: 'after', parts: body, rest: parent.body.slice(last + 1) };
}

/** `!x`, `x === undefined`, `x == null` */
function isEmptyTest(sourceCode: SourceCode, test: Node, place: Place): boolean {
  if (test.type === 'UnaryExpression')
    return test.operator === '!' && isPlace(sourceCode, test.argument, place);
  return isComparison(sourceCode, test, place, /^===?$/u);
}

/** `x`, `x !== undefined`, `x != null` */
function isFullTest(sourceCode: SourceCode, test: Node, place: Place): boolean {
  return isPlace(sourceCode, test, place) || isComparison(sourceCode, test, place, /^!==?$/u);
}

function isComparison(sourceCode: SourceCode, test: Node, place: Place, operator: RegExp): boolean {
  if (test.type !== 'BinaryExpression' || !operator.test(test.operator)) return false;
  const { left, right } = test;
  const isNothing = (right.type === 'Identifier' && right.name === 'undefined') || isNull(right);
  return isNothing && isPlace(sourceCode, left, place);
}

function isNull(node: Node): boolean {
  return node.type === 'Literal' && node.value === null && node.raw === 'null';
}

export function isPlace(sourceCode: SourceCode, node: Node, { target }: Place): boolean {
  return textOf(sourceCode, withoutTypes(node)) === textOf(sourceCode, target);
}

/** Nothing in it leaves the function, and nobody else uses its names, but a `return` of what was made. */
function isMovable(sourceCode: SourceCode, { body, rest }: Making): boolean {
  const leaves = body.some(
    (each) =>
      jumpsOut(sourceCode, each) ||
      holds(sourceCode, each, /^(?:Return|Labeled)Statement$|^YieldExpression$/u),
  );
  const waits = body.some((each) => holds(sourceCode, each, /^(?:AwaitExpression|ForAwait)$/u));
  const [next] = rest;
  const isShared = body.some((each) =>
    sourceCode
      .getDeclaredVariables(each)
      .some((variable) =>
        usesOf(variable).some(
          ({ identifier }) =>
            !body.some((part) => isWithin(identifier, part)) &&
            !(next?.type === 'ReturnStatement' && next.argument === identifier),
        ),
      ),
  );
  // Lines of a template literal cannot be set in.
  const isIndentable = !body.some((each) => /`[^`]*\n/u.test(textOf(sourceCode, each)));
  return waits && !leaves && !isShared && isIndentable;
}

function holds(sourceCode: SourceCode, statement: Node, types: RegExp): boolean {
  let found = false;
  walk(sourceCode, statement, (node) => {
    found ||= types.test(node.type === 'ForOfStatement' && node.await ? 'ForAwait' : node.type);
    return !found && !isFunction(node);
  });
  return found;
}
