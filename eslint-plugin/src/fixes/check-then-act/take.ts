/** Takes out what was only looked at, in the step that looks. */
import type { TSESTree } from '@typescript-eslint/utils';
import { findCall, memberName, type Node, type SourceCode } from '../code/nodes.js';
import { removeStatements } from '../code/statements.js';
import { rangeOf, textOf } from '../code/text.js';
import { storeCall, type StoreCall } from '../redis/calls.js';
import type { Rewrite, RewriteOf, TextEdit } from '../rewrite.js';
import { settingOf } from './setting.js';

export const rewriteToTake: RewriteOf<'check-then-act'> = (race, sourceCode) => {
  if (race.shape !== 'take' || race.read.via) return undefined;
  const setting = settingOf(sourceCode, race);
  const look = storeCall(sourceCode, race.read);
  const take = storeCall(sourceCode, race.write);
  if (setting?.kind !== 'behind' || !setting.isAwaited || !look || !take || look.batch || take.batch)
    return undefined;
  const atOnce = takingRead(sourceCode, look, take);
  if (atOnce)
    return isReadJustBefore(sourceCode, look.call, setting.decision)
      ? withRead(sourceCode, look, setting.statement, atOnce)
      : undefined;
  if (!/^(?:lrem|zrem|srem)$/u.test(take.method)) return undefined;
  const text = `if ((await ${textOf(sourceCode, take.call)}) === 0) ${textOf(sourceCode, setting.other)}`;
  return {
    title: `Look at what \`${take.method.toUpperCase()}\` says: only one caller takes it`,
    edits: [{ range: rangeOf(setting.statement), text }],
  };
};

interface TakingRead {
  readonly command: string;
  readonly method: string;
  /** The argument that the command does without. */
  readonly without?: Node;
}

/** The command that reads and takes at once: `GETDEL`, `LPOP`, `RPOP`. */
function takingRead(sourceCode: SourceCode, look: StoreCall, take: StoreCall): TakingRead | undefined {
  const [key, position, ...more] = look.args;
  const isSameKey = key && take.args[0] && textOf(sourceCode, key) === textOf(sourceCode, take.args[0]);
  if (!isSameKey || more.length > 0) return undefined;
  const isCamel = look.dialect === 'node-redis';
  if (look.method === 'get' && !position && /^(?:del|unlink)$/u.test(take.method) && take.args.length === 1)
    return { command: 'GETDEL', method: isCamel ? 'getDel' : 'getdel' };
  if (look.method !== 'lindex' || take.args.length !== 1 || !position) return undefined;
  const at = textOf(sourceCode, position);
  if (take.method === 'lpop' && at === '0')
    return { command: 'LPOP', method: isCamel ? 'lPop' : 'lpop', without: position };
  if (take.method === 'rpop' && at === '-1')
    return { command: 'RPOP', method: isCamel ? 'rPop' : 'rpop', without: position };
  return undefined;
}

/** Nothing happens between the read and the test of what it gave: who takes nothing leaves. */
function isReadJustBefore(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  decision: TSESTree.IfStatement,
): boolean {
  const { parent } = decision;
  if (parent.type !== 'BlockStatement' && parent.type !== 'Program') return false;
  const before = parent.body[parent.body.findIndex((each) => each === decision) - 1];
  if (before?.type !== 'VariableDeclaration' || !findCall(sourceCode, rangeOf(call))) return false;
  const isThere = before.range[0] < call.range[0] && call.range[1] <= before.range[1];
  // `if (!value)`, and no other condition: what does not fit must stay where it is.
  const { test } = decision;
  const tested =
    test.type === 'UnaryExpression'
      ? test.argument
      : test.type === 'BinaryExpression'
        ? test.left
        : undefined;
  return isThere && tested?.type === 'Identifier';
}

function withRead(
  sourceCode: SourceCode,
  { call }: StoreCall,
  statement: Node,
  { command, method, without }: TakingRead,
): Rewrite | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const isUpper = (memberName(callee) ?? '').toUpperCase() === memberName(callee);
  const edits: TextEdit[] = [
    { range: rangeOf(callee.property), text: isUpper ? command : method },
    ...removeStatements(sourceCode, [statement]),
  ];
  const [key] = call.arguments;
  if (without && key) edits.push({ range: { start: key.range[1], end: without.range[1] }, text: '' });
  return { title: `Use \`${command}\`, which reads and takes in one step`, edits };
}
