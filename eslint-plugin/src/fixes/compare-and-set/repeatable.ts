/** Whether statements can run again when somebody else was faster: they must leave no trace but the write. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  isWithin,
  memberName,
  rootOf,
  some,
  withoutTypes,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { alwaysExits, statementsIn, type Region } from '../code/region.js';
import { isGathering } from '../code/results.js';
import { variableOf } from '../code/scopes.js';
import { textOf } from '../code/text.js';
import type { KeyRead, KeyWrite } from '../redis/calls.js';

/** The race's own two calls, and the region that is repeated. */
export interface Repetition {
  readonly read: Pick<KeyRead, 'call' | 'receiver'>;
  readonly write: Pick<KeyWrite, 'call'>;
  readonly region: Region;
}

/** True where everything in a region up to the write may run several times. */
export function isRepeatable(sourceCode: SourceCode, repetition: Repetition): boolean {
  const until = repetition.write.call.range[1];
  return statementsIn(repetition.region).every(
    (statement) =>
      !some(
        sourceCode,
        statement,
        (node) =>
          node.range[0] < until && !isLeftForGood(node, until) && hasEffect(sourceCode, node, repetition),
      ),
  );
}

/** In a branch that ends in `return` or `throw` before the write: it runs once, whatever happens. */
export function isLeftForGood(node: Node, until: number): boolean {
  let child: Node = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    const isBranch = parent.type === 'IfStatement' && child !== parent.test;
    if (isBranch && child.range[1] < until && alwaysExits(child)) return true;
  }
  return false;
}

function hasEffect(sourceCode: SourceCode, node: Node, repetition: Repetition): boolean {
  switch (node.type) {
    case 'YieldExpression':
      return true;
    case 'ForOfStatement':
      return node.await;
    case 'AwaitExpression':
      return !isOwn(node.argument, repetition) && !readsOnly(sourceCode, node.argument, repetition);
    case 'ExpressionStatement':
      return isCalledForEffect(sourceCode, node.expression, repetition);
    case 'CallExpression':
      return callsOutside(sourceCode, node, repetition);
    default:
      return false;
  }
}

/** The race's read or write, with what is chained to it. */
function isOwn(node: Node, { read, write }: Repetition): boolean {
  const isEnd = (call: TSESTree.CallExpression): boolean =>
    node === call || (isWithin(call, node) && isChainedTo(node, call));
  return isEnd(read.call) || isEnd(write.call);
}

function isChainedTo(node: Node, call: Node): boolean {
  if (node === call) return true;
  if (node.type === 'CallExpression') return isChainedTo(node.callee, call);
  return node.type === 'MemberExpression' && isChainedTo(node.object, call);
}

const READS =
  /^(?:h?get|m?get|hmget|hgetall|hvals|hkeys|hlen|hexists|exists|ttl|pttl|type|strlen|llen|lrange|lindex|smembers|sismember|scard|zscore|zrange|zcard)$/iu;

/** `redis.get(other)`, `Promise.all([redis.get(a), redis.get(b)])`. */
function readsOnly(sourceCode: SourceCode, node: Node, repetition: Repetition): boolean {
  const plain = withoutTypes(node);
  if (plain.type !== 'CallExpression') return false;
  if (isGathering(plain)) {
    const [list] = plain.arguments;
    return (
      list?.type === 'ArrayExpression' &&
      list.elements.every((each) => each !== null && readsOnly(sourceCode, each, repetition))
    );
  }
  return plain === repetition.read.call || isReadOfStore(sourceCode, plain, repetition);
}

function isReadOfStore(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression,
  { read }: Repetition,
): boolean {
  if (
    callee.type !== 'MemberExpression' ||
    textOf(sourceCode, callee.object) !== textOf(sourceCode, read.receiver)
  )
    return false;
  return READS.test(memberName(callee) ?? '');
}

/** A statement that only calls does so for the effect; what stays inside the region is harmless. */
function isCalledForEffect(sourceCode: SourceCode, expression: Node, repetition: Repetition): boolean {
  const plain = withoutTypes(expression);
  switch (plain.type) {
    case 'AwaitExpression':
    case 'AssignmentExpression':
    case 'UpdateExpression':
    case 'UnaryExpression':
      return false;
    case 'LogicalExpression':
      return isCalledForEffect(sourceCode, plain.right, repetition);
    case 'ConditionalExpression':
      return [plain.consequent, plain.alternate].some((each) =>
        isCalledForEffect(sourceCode, each, repetition),
      );
    case 'CallExpression':
      return !isHarmlessCall(sourceCode, plain, repetition);
    default:
      return true;
  }
}

function isHarmlessCall(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression,
  { region }: Repetition,
): boolean {
  const plain = withoutTypes(callee);
  if (plain.type === 'Identifier') return /^(?:assert|validate|check|invariant)/u.test(plain.name);
  if (plain.type !== 'MemberExpression') return false;
  if (memberName(plain) === 'forEach') return true;
  const root = rootOf(plain);
  if (root.type !== 'Identifier') return root.type === 'ArrayExpression' || root.type === 'ObjectExpression';
  if (root.name === 'console' || root.name === 'Object' || root.name === 'assert') return true;
  const definition = variableOf(sourceCode, root)?.defs[0];
  return (
    definition?.type !== 'ImportBinding' && definition !== undefined && isInRegion(definition.name, region)
  );
}

function isInRegion(node: Node, region: Region): boolean {
  return statementsIn(region).some((statement) => isWithin(node, statement));
}

/** Other commands of the store, and requests, which run even where nobody awaits them. */
function callsOutside(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  repetition: Repetition,
): boolean {
  const { read, write } = repetition;
  if (
    isWithin(read.call, call) ||
    isWithin(call, read.call) ||
    isOwn(call, repetition) ||
    isWithin(call, write.call)
  )
    return false;
  if (call.callee.type === 'Identifier' && call.callee.name === 'fetch') return true;
  const isCommand =
    call.callee.type === 'MemberExpression' &&
    textOf(sourceCode, call.callee.object) === textOf(sourceCode, read.receiver);
  return (
    isCommand && !isReadOfStore(sourceCode, call, repetition) && rootOf(call.callee).type !== 'ThisExpression'
  );
}
