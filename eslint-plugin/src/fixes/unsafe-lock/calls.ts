/** Calls that take a Redis lock, or delete its key, as the source writes them. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import { findCall, memberName, withoutTypes, type Node, type SourceCode } from '../code/nodes.js';
import { textOf } from '../code/text.js';
import { dialectOf, type Dialect } from '../redis/dialect.js';

export interface LockCall {
  readonly call: TSESTree.CallExpression;
  readonly dialect: Dialect;
  /** Source text of the client. */
  readonly client: string;
  /** Source text of the lock's key. */
  readonly key: string;
  /** In lower case. */
  readonly method: string;
  readonly args: readonly Node[];
}

/** Undefined where it is no plain method call on a client of a known library. */
export function lockCall(
  sourceCode: SourceCode,
  range: SourceRange | undefined,
  store: string | undefined,
): LockCall | undefined {
  const call = range && findCall(sourceCode, range);
  const dialect = store === undefined ? undefined : dialectOf(store);
  if (!call || !dialect) return undefined;
  const callee = withoutTypes(call.callee);
  if (callee.type !== 'MemberExpression' || call.optional || callee.optional) return undefined;
  const method = memberName(callee)?.toLowerCase();
  const [key] = call.arguments;
  if (!key || !method || !/^(?:set|setnx|del|unlink|p?expire)$/u.test(method)) return undefined;
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return undefined;
  // What has an effect must not be said twice.
  if (key.type === 'AwaitExpression' || key.type === 'CallExpression') return undefined;
  return {
    call,
    dialect,
    client: textOf(sourceCode, callee.object),
    key: textOf(sourceCode, key),
    method,
    args: call.arguments,
  };
}
