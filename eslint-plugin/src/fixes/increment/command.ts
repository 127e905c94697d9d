/** The call that counts in one step, as each library has it. */
import type { Update } from '../../analysis/race.js';
import { findExpression, memberName, type Node, type SourceCode } from '../code/nodes.js';
import { textOf } from '../code/text.js';
import type { KeyWrite } from '../redis/calls.js';
import { EXPIRE_COMMANDS } from '../redis/expiry.js';
import { spell, type Command } from '../redis/dialect.js';

export type Increment = Extract<Update, { kind: 'increment' }>;

export interface CountingCall {
  /** The Redis command, e.g. `INCRBY`. */
  readonly command: string;
  /** The call without `await`. */
  readonly code: string;
  /** The new count as a number, from the same call. */
  readonly awaited: string;
  /** The step as the source writes it. */
  readonly step: string;
}

/** The call that does a write's addition; undefined where the step is no number. */
export function countingCall(
  sourceCode: SourceCode,
  write: KeyWrite,
  update: Increment,
  isWhole: boolean,
): CountingCall | undefined {
  const node = update.step === 1 ? undefined : findExpression(sourceCode, update.step);
  if (update.step !== 1 && (!node || isText(node))) return undefined;
  const step = node ? textOf(sourceCode, node) : '1';
  const isInteger = update.integer && (isWhole || !node || isIntegral(node));
  const { command, argument } = commandOf(update.sign, step, isInteger, write.field !== undefined);
  const like = methodAsWritten(write);
  const args = [
    textOf(sourceCode, write.key),
    ...(write.field === undefined ? [] : [write.field]),
    ...argument,
  ];
  const add = `.${spell(command, write.dialect, like)}(${args.join(', ')})`;
  const expire = expireCall(sourceCode, write, like);
  const receiver = textOf(sourceCode, write.receiver);
  if (write.batch === 'variable' && expire) return undefined;
  const isAlone = expire !== '' && write.batch === undefined;
  const code = isAlone ? `${receiver}.multi()${add}${expire}.exec()` : receiver + add + expire;
  return { command: command.toUpperCase(), code, awaited: awaitedCount(write, code, isAlone, command), step };
}

function commandOf(
  sign: 1 | -1,
  step: string,
  isInteger: boolean,
  isField: boolean,
): { command: Command; argument: readonly string[] } {
  const signed = sign === 1 ? step : /^[\w.]+$/u.test(step) ? `-${step}` : `-(${step})`;
  if (isField) return { command: isInteger ? 'hIncrBy' : 'hIncrByFloat', argument: [signed] };
  // INCRBYFLOAT adds whole numbers as well; INCRBY would refuse a fraction.
  if (!isInteger) return { command: 'incrByFloat', argument: [signed] };
  if (step === '1') return { command: sign === 1 ? 'incr' : 'decr', argument: [] };
  return { command: sign === 1 ? 'incrBy' : 'decrBy', argument: [step] };
}

function expireCall(sourceCode: SourceCode, { expiry, key, dialect }: KeyWrite, like: string): string {
  if (expiry.kind === 'none' || expiry.kind === 'keep') return '';
  const command = spell(EXPIRE_COMMANDS[expiry.kind], dialect, like);
  return `.${command}(${textOf(sourceCode, key)}, ${textOf(sourceCode, expiry.time)})`;
}

/** ioredis answers a transaction with pairs of error and result, the others with results. */
function awaitedCount({ dialect }: KeyWrite, code: string, isTransaction: boolean, command: Command): string {
  if (isTransaction && dialect === 'ioredis') return `Number((await ${code})?.[0]?.[1])`;
  if (isTransaction) return dialect === 'upstash' ? `(await ${code})[0]` : `Number((await ${code})[0])`;
  // Redis answers with text, because floating point has no other notation in its protocol.
  const isText = command.endsWith('Float') && dialect !== 'upstash';
  return isText ? `Number(await ${code})` : `await ${code}`;
}

function methodAsWritten({ call }: KeyWrite): string {
  return call.callee.type === 'MemberExpression' ? (memberName(call.callee) ?? '') : '';
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value !== 'number');
}

/** Expressions that give whole numbers, whatever runs. */
function isIntegral(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return Number.isInteger(node.value);
    case 'MemberExpression':
      return memberName(node) === 'length' || memberName(node) === 'size';
    case 'CallExpression': {
      const { callee } = node;
      const name =
        callee.type === 'MemberExpression'
          ? memberName(callee)
          : callee.type === 'Identifier'
            ? callee.name
            : '';
      return ['parseInt', 'floor', 'ceil', 'round', 'trunc', 'now'].includes(name ?? '');
    }
    case 'BinaryExpression':
      return /^[-+*]$/u.test(node.operator) && isIntegral(node.left) && isIntegral(node.right);
    case 'ConditionalExpression':
      return isIntegral(node.consequent) && isIntegral(node.alternate);
    default:
      return false;
  }
}
