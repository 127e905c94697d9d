/** Gives the wait for a lock an end. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { LockFlaw, UnsafeLockRace } from '../../analysis/race.js';
import { enclosingFunction, findCall, isFunction, ancestorsOf, type SourceCode } from '../code/nodes.js';
import { isLoop, startWithComments } from '../code/region.js';
import { freshName } from '../code/scopes.js';
import { styled, styleOf } from '../code/style.js';
import { indentationAt } from '../code/text.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';
import { lockCall } from './calls.js';

export const rewriteToDeadline: RewriteOf<'unsafe-lock'> = (race, sourceCode) => {
  if (race.flaw.kind !== 'endless-wait' || race.lock.further.length > 0) return undefined;
  const edits = deadlineEdits(race, sourceCode);
  return edits && { title: 'Wait for 15 seconds at most', edits };
};

/** Empty where the wait has an end; undefined where none can be given. */
export function deadlineEdits(race: UnsafeLockRace, sourceCode: SourceCode): TextEdit[] | undefined {
  const isWait = (flaw: LockFlaw): boolean => flaw.kind === 'endless-wait';
  if (![race.flaw, ...race.lock.further].some(isWait)) return [];
  const acquire = race.lock.acquire && findCall(sourceCode, race.lock.acquire);
  const loop = acquire && loopAround(acquire);
  if (!acquire || loop?.body.type !== 'BlockStatement') return undefined;
  const owner = enclosingFunction(acquire);
  const [first] = loop.body.body;
  if (!owner?.async || !first || loop.parent.type === 'LabeledStatement') return undefined;
  const style = styleOf(sourceCode);
  const deadline = freshName(sourceCode, 'deadline', owner);
  const outer = style.newline + indentationAt(sourceCode, loop.range[0]);
  const start = styled(`const ${deadline} = Date.now() + 15_000;`, style) + outer;
  const open = startWithComments(sourceCode, first);
  const inner = outer + style.indent;
  const known = lockCall(sourceCode, race.lock.acquire, race.lock.store);
  const pttl = known?.dialect === 'node-redis' ? 'pTTL' : 'pttl';
  const hint = known ? `await ${known.client}.${pttl}(${known.key})` : '1000';
  const name = known
    ? `\`\${${known.key}} is held by another caller\``
    : "'The lock is held by another caller'";
  const check = [
    `if (Date.now() > ${deadline}) {`,
    `  throw Object.assign(new Error(${name}), { code: 'LOCK_HELD', retryAfterMs: ${hint} });`,
    '}',
  ].join('\n');
  const text = styled(check, style).split(style.newline).join(inner);
  return [
    { range: { start: loop.range[0], end: loop.range[0] }, text: start },
    { range: { start: open, end: open }, text: text + inner },
  ];
}

type Loop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

function loopAround(acquire: TSESTree.CallExpression): Loop | undefined {
  for (const ancestor of ancestorsOf(acquire)) {
    if (isFunction(ancestor)) return undefined;
    if (!isLoop(ancestor)) continue;
    return ancestor.type === 'WhileStatement' ||
      ancestor.type === 'DoWhileStatement' ||
      ancestor.type === 'ForStatement'
      ? ancestor
      : undefined;
  }
  return undefined;
}
