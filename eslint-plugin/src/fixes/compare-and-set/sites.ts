/** Where a compare-and-set loop takes hold: how the source awaits the read and the write. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import {
  ancestorsOf,
  isFunction,
  isWithin,
  memberName,
  type Block,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { isLoop } from '../code/region.js';
import { isGathering } from '../code/results.js';
import { isKnownAt, isReassigned, variableOf } from '../code/scopes.js';
import { rangeOf, rangeWithParentheses, textOf } from '../code/text.js';
import type { KeyRead, KeyWrite } from '../redis/calls.js';
import { EXPIRE_COMMANDS, EXPIRY_KINDS, type Expiry } from '../redis/expiry.js';

export interface WriteSite {
  readonly statement: TSESTree.ExpressionStatement | TSESTree.ReturnStatement;
  /** The client on which the write is made. */
  readonly client: Node;
  readonly expiry: Expiry;
}

/** The statement that does nothing but write: `await redis.set(…)`, `return redis.set(…)`. */
export function writeSite(sourceCode: SourceCode, write: KeyWrite, block: Block): WriteSite | undefined {
  const sent =
    write.batch === undefined
      ? { call: write.call, client: write.receiver, expiry: write.expiry }
      : onlyWrite(sourceCode, write);
  const parent = sent?.call.parent;
  const isAwaited = parent?.type === 'AwaitExpression';
  const statement = isAwaited ? parent.parent : parent;
  // What is returned must be what the loop can give as well: the OK of SET.
  const gives = write.batch === undefined && write.field === undefined;
  const isStatement =
    (statement?.type === 'ExpressionStatement' && isAwaited) ||
    (statement?.type === 'ReturnStatement' && gives);
  return sent && isStatement && canContinueFrom(statement, block)
    ? { statement, client: sent.client, expiry: sent.expiry }
    : undefined;
}

/** `client.multi().set(…).exec()`, with nothing else in it than the expiry of the key. */
function onlyWrite(
  sourceCode: SourceCode,
  { batch, call, receiver, key, expiry, field }: KeyWrite,
): { call: Node; client: Node; expiry: Expiry } | undefined {
  if (batch !== 'chain' || receiver.type !== 'CallExpression' || receiver.callee.type !== 'MemberExpression')
    return undefined;
  if (receiver.arguments.length > 0 || !/^(?:multi|pipeline)$/iu.test(memberName(receiver.callee) ?? ''))
    return undefined;
  const client = receiver.callee.object;
  const next = chainedTo(call);
  if (!next) return undefined;
  if (next.name === 'exec')
    return next.call.arguments.length === 0 ? { call: next.call, client, expiry } : undefined;
  const [expired, time, ...rest] = next.call.arguments;
  const isOwn =
    expired &&
    textOf(sourceCode, expired) === textOf(sourceCode, key) &&
    field === undefined &&
    expiry.kind === 'none';
  const kind = EXPIRY_KINDS.find((each) => EXPIRE_COMMANDS[each].toLowerCase() === next.name);
  const last = chainedTo(next.call);
  if (!isOwn || !kind || !time || rest.length > 0 || last?.name !== 'exec' || last.call.arguments.length > 0)
    return undefined;
  return { call: last.call, client, expiry: { kind, time } };
}

/** The next call in a chain. */
function chainedTo(call: Node): { call: TSESTree.CallExpression; name: string } | undefined {
  const member =
    call.parent?.type === 'MemberExpression' && call.parent.object === call ? call.parent : undefined;
  const next = member?.parent;
  if (!member || next?.type !== 'CallExpression' || next.callee !== member) return undefined;
  return { call: next, name: memberName(member)?.toLowerCase() ?? '' };
}

/** True where `continue` at a statement goes on with a loop around the block, and nothing runs in between. */
function canContinueFrom(statement: Node, block: Block): boolean {
  for (const ancestor of ancestorsOf(statement)) {
    if (ancestor === block) return true;
    if (isLoop(ancestor) || isFunction(ancestor)) return false;
    if (ancestor.type === 'TryStatement' && ancestor.finalizer) return false;
  }
  return false;
}

export type ReadSite =
  /** The read value is in a variable that keeps it until the write. */
  | { readonly kind: 'variable'; readonly name: string }
  /** The read is moved up to its statement in the block; there, `replaced` becomes the name of its result. */
  | { readonly kind: 'moved'; readonly before: TSESTree.Statement; readonly replaced: SourceRange };

/**
 * @param parses The library parses what it reads, so that the value cannot be compared.
 */
export function readSite(
  sourceCode: SourceCode,
  read: KeyRead,
  write: Node,
  block: Block,
  parses: boolean,
): ReadSite | undefined {
  const { parent } = read.call;
  const isGathered =
    parent.type === 'ArrayExpression' &&
    parent.parent.type === 'CallExpression' &&
    isGathering(parent.parent);
  if (parent.type !== 'AwaitExpression' && !isGathered) return undefined;
  const name = parses || isGathered ? undefined : keptIn(sourceCode, parent, write);
  if (name !== undefined) return { kind: 'variable', name };
  const before = statementInBlock(read.call, block);
  if (!before || !isKnownAt(sourceCode, read.call, before)) return undefined;
  return {
    kind: 'moved',
    before,
    replaced: isGathered ? rangeOf(read.call) : rangeWithParentheses(sourceCode, parent),
  };
}

function keptIn(sourceCode: SourceCode, awaited: Node, write: Node): string | undefined {
  const { parent } = awaited;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  const variable = variableOf(sourceCode, parent.id);
  const isKept = variable !== undefined && !isReassigned(variable) && isKnownAt(sourceCode, parent.id, write);
  return isKept ? parent.id.name : undefined;
}

/** The statement of the block that holds a node, unless a loop or `try` between them says how often or how it runs. */
function statementInBlock(node: Node, block: Block): TSESTree.Statement | undefined {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor === block) break;
    if (isLoop(ancestor) || isFunction(ancestor) || ancestor.type === 'TryStatement') return undefined;
  }
  const statements: readonly TSESTree.Statement[] = block.body;
  return statements.find((statement) => isWithin(node, statement));
}

/** What the declared type of a variable says that it holds, for a generic read that takes its type from there. */
export function expectedType(sourceCode: SourceCode, { call }: KeyRead): string {
  if (call.typeArguments) return textOf(sourceCode, call.typeArguments);
  for (const ancestor of ancestorsOf(call)) {
    if (ancestor.type === 'VariableDeclarator') {
      const annotation = ancestor.id.typeAnnotation?.typeAnnotation;
      return annotation ? `<${textOf(sourceCode, annotation)}>` : '';
    }
    if (!/^(?:AwaitExpression|LogicalExpression|TSNonNullExpression)$/u.test(ancestor.type)) return '';
  }
  return '';
}
