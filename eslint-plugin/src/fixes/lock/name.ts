/** Which lock guards a race: the client that keeps it, and its name. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Access, GetThenSetRace } from '../../analysis/race.js';
import { constantHead, expressAt, prefixed } from '../code/express.js';
import { findCall, memberName, type Node, type SourceCode } from '../code/nodes.js';
import { styleOf } from '../code/style.js';
import { storeCall, type StoreCall } from '../redis/calls.js';
import type { Dialect } from '../redis/dialect.js';
import { isWrittenElsewhere, writesSeveralKeys } from './keys.js';
import type { Section } from './section.js';

export interface LockName {
  readonly dialect: Dialect;
  /** Source text of the client. */
  readonly client: string;
  /** Source text of the lock's name. */
  readonly name: string;
}

interface End {
  readonly found: StoreCall;
  readonly via: TSESTree.CallExpression | undefined;
}

/**
 * The lock of a race, in words that are known where the section begins: named after the key, or, where there
 * are several keys or the key is not known yet, after the constant with which they begin.
 */
export function lockName(
  sourceCode: SourceCode,
  race: GetThenSetRace,
  section: Section,
): LockName | undefined {
  const { place } = section;
  const ends = [race.read, race.write].flatMap((access) => endOf(sourceCode, access) ?? []);
  const [first] = ends;
  const client = firstOf(ends, ({ found, via }) =>
    expressAt(sourceCode, clientOf(found.receiver), place, via),
  );
  const name =
    (writesSeveralKeys(sourceCode, section, race)
      ? undefined
      : firstOf(ends, (end) => keyName(sourceCode, end, place))) ??
    firstOf(ends, ({ found }) =>
      headName(sourceCode, found, (head) => isWrittenElsewhere(sourceCode, section, race, head)),
    );
  return first && client !== undefined && name !== undefined
    ? { dialect: first.found.dialect, client, name }
    : undefined;
}

function endOf(sourceCode: SourceCode, access: Access): End | undefined {
  const found = storeCall(sourceCode, access);
  return found && { found, via: access.via && findCall(sourceCode, access.via) };
}

/** Without what queues commands, or holds those of a module: `redis` of `redis.multi()`, `client` of `client.json`. */
function clientOf(receiver: Node): Node {
  if (receiver.type === 'CallExpression' && receiver.callee.type === 'MemberExpression')
    return clientOf(receiver.callee.object);
  if (receiver.type === 'MemberExpression' && memberName(receiver) === 'json') return receiver.object;
  return receiver;
}

function keyName(sourceCode: SourceCode, { found, via }: End, place: Node): string | undefined {
  const [key] = found.args;
  if (!key || SEVERAL_KEYS.test(found.method)) return undefined;
  const text = expressAt(sourceCode, key, place, via);
  return text === undefined ? undefined : prefixed(sourceCode, 'lock:', key, text);
}

const SEVERAL_KEYS = /^(?:m|call$|sendcommand$)/u;

function headName(
  sourceCode: SourceCode,
  { args: [key] }: StoreCall,
  isTaken: (head: string) => boolean,
): string | undefined {
  const head = key && constantHead(sourceCode, key)?.replace(/\W+$/u, '');
  const { quote } = styleOf(sourceCode);
  return head && !/["'\\\n]/u.test(head) && !isTaken(head) ? `${quote}lock:${head}${quote}` : undefined;
}

function firstOf<Value, Result>(
  values: readonly Value[],
  find: (value: Value) => Result | undefined,
): Result | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
