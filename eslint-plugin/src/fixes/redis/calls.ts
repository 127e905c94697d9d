/** Store calls as the source writes them: receiver, key, value, expiry. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Access } from '../../analysis/race.js';
import { findCall, memberName, withoutTypes, type Node, type SourceCode } from '../code/nodes.js';
import { declaratorOf, variableOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { textOf } from '../code/text.js';
import { isWholeClient } from './client.js';
import { expiryOf, type Expiry } from './expiry.js';
import { dialectOf, type Dialect } from './dialect.js';

/** One call of a client's method. */
export interface StoreCall {
  readonly call: TSESTree.CallExpression;
  readonly dialect: Dialect;
  /** The client, or the batch in which the command is queued. */
  readonly receiver: Node;
  /** The method in lower case. */
  readonly method: string;
  readonly args: readonly Node[];
  /** Where the command is queued: in the chain that it stands in, or in a batch that a variable holds. */
  readonly batch?: 'chain' | 'variable';
}

/** A read of one key, or of one field of a hash. */
export interface KeyRead extends StoreCall {
  readonly key: Node;
  /** Source text of the field. */
  readonly field?: string;
}

/** An unconditional write of one key, or of one field of a hash. */
export interface KeyWrite extends KeyRead {
  readonly value: Node;
  readonly expiry: Expiry;
}

/** The call of an access, undefined where it is not written as a method call with plain arguments on a client of the library. */
export function storeCall(sourceCode: SourceCode, access: Access): StoreCall | undefined {
  const call = findCall(sourceCode, access.range);
  const dialect = dialectOf(access.resource.store);
  if (!call || !dialect) return undefined;
  const callee = withoutTypes(call.callee);
  if (
    callee.type !== 'MemberExpression' ||
    callee.object.type === 'Super' ||
    call.optional ||
    callee.optional
  )
    return undefined;
  const method = memberName(callee)?.toLowerCase();
  if (method === undefined || call.arguments.some((argument) => argument.type === 'SpreadElement'))
    return undefined;
  if (!isWholeClient(sourceCode, callee.object)) return undefined;
  const batch = batchOf(sourceCode, callee.object);
  return { call, dialect, receiver: callee.object, method, args: call.arguments, ...(batch && { batch }) };
}

export function keyRead(sourceCode: SourceCode, access: Access): KeyRead | undefined {
  const found = storeCall(sourceCode, access);
  const [key, field, ...rest] = found?.args ?? [];
  if (!found || !key || isInNamespace(found.receiver)) return undefined;
  if (found.method === 'get' && !field) return { ...found, key };
  if (found.method === 'hget' && field && rest.length === 0)
    return { ...found, key, field: textOf(sourceCode, field) };
  return undefined;
}

export function keyWrite(sourceCode: SourceCode, access: Access): KeyWrite | undefined {
  const found = storeCall(sourceCode, access);
  const [key, second, third, ...rest] = found?.args ?? [];
  if (!found || !key || !second || isInNamespace(found.receiver)) return undefined;
  switch (found.method) {
    case 'set': {
      const expiry = expiryOf(found.dialect, third ? [third, ...rest] : []);
      return expiry && { ...found, key, value: second, expiry };
    }
    case 'setex':
    case 'psetex': {
      const kind = found.method === 'setex' ? 'EX' : 'PX';
      return third && rest.length === 0
        ? { ...found, key, value: third, expiry: { kind, time: second } }
        : undefined;
    }
    case 'hset': {
      if (rest.length > 0) return undefined;
      const pair = third
        ? { field: textOf(sourceCode, second), value: third }
        : onlyField(sourceCode, second);
      return pair && { ...found, ...pair, key, expiry: { kind: 'none' } };
    }
    default:
      return undefined;
  }
}

/** `{ field: value }` or `{ [field]: value }`, with nothing else in it. */
function onlyField(sourceCode: SourceCode, node: Node): { field: string; value: Node } | undefined {
  if (node.type !== 'ObjectExpression' || node.properties.length !== 1) return undefined;
  const [property] = node.properties;
  if (property?.type !== 'Property' || property.method || property.kind !== 'init') return undefined;
  const { key, value, computed } = property;
  if (computed || key.type === 'Literal') return { field: textOf(sourceCode, key), value };
  const { quote } = styleOf(sourceCode);
  return { field: quote + key.name + quote, value };
}

/** `client.multi()`, `client.pipeline().lpush(…)`, or a variable that holds one. */
function batchOf(sourceCode: SourceCode, receiver: Node): StoreCall['batch'] {
  if (receiver.type === 'Identifier') {
    const variable = variableOf(sourceCode, receiver);
    const init = variable && declaratorOf(variable)?.init;
    return init && opensBatch(init) ? 'variable' : undefined;
  }
  return opensBatch(receiver) ? 'chain' : undefined;
}

function opensBatch(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const name = memberName(node.callee)?.toLowerCase();
  return name === 'multi' || name === 'pipeline' || opensBatch(node.callee.object);
}

/** Commands of modules: `client.json.get`. */
function isInNamespace(receiver: Node): boolean {
  const plain = withoutTypes(receiver);
  return plain.type === 'MemberExpression' && ['json', 'ft', 'ts'].includes(memberName(plain) ?? '');
}
