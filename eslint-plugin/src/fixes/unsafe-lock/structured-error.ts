/** Says by an error that a lock is held, since when, by whom, and when to come again. */
import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, type Node, type SourceCode } from '../code/nodes.js';
import { freshName, isKnownAt } from '../code/scopes.js';
import { styled, styleOf } from '../code/style.js';
import { indentationAt, rangeOf, textOf } from '../code/text.js';
import type { RewriteOf } from '../rewrite.js';
import { lockCall, type LockCall } from './calls.js';

export const rewriteToStructuredError: RewriteOf<'unsafe-lock'> = ({ flaw, place, lock }, sourceCode) => {
  if (flaw.kind !== 'bare-error') return undefined;
  const thrown = throwAt(sourceCode, place);
  if (thrown?.argument.type !== 'NewExpression') return undefined;
  const style = styleOf(sourceCode);
  const error = textOf(sourceCode, thrown.argument);
  const known = lockCall(sourceCode, lock.acquire, lock.store);
  const owner = enclosingFunction(thrown);
  const canAsk = known && owner?.async === true && isKnownAt(sourceCode, known.call, thrown);
  const title = 'Throw an error that says `LOCK_HELD` and when to come again';
  if (!canAsk) {
    const text = styled(`Object.assign(${error}, { code: 'LOCK_HELD', retryAfterMs: 1000 })`, style);
    return { title, edits: [{ range: rangeOf(thrown.argument), text }] };
  }
  const remaining = freshName(sourceCode, 'remainingMs', owner);
  const lasting = durationOf(sourceCode, known);
  const outer = style.newline + indentationAt(sourceCode, thrown.range[0]);
  const isListed = thrown.parent.type === 'BlockStatement';
  const age = lasting === undefined ? [] : [`    ageMs: ${lasting} - ${remaining},`];
  const code = [
    `const ${remaining} = Math.max(0, Number(await ${known.client}.${known.dialect === 'node-redis' ? 'pTTL' : 'pttl'}(${known.key})));`,
    `throw Object.assign(${error}, {`,
    "  code: 'LOCK_HELD',",
    `  holder: await ${known.client}.get(${known.key}),`,
    ...age.map((line) => line.slice(2)),
    `  retryAfterMs: ${remaining},`,
    '});',
  ].join('\n');
  const inner = isListed ? outer : outer + style.indent;
  const lines = styled(code, style).split(style.newline).join(inner);
  return {
    title,
    edits: [{ range: rangeOf(thrown), text: isListed ? lines : `{${inner}${lines}${outer}}` }],
  };
};

function throwAt(
  sourceCode: SourceCode,
  { start, end }: { start: number; end: number },
): TSESTree.ThrowStatement | undefined {
  for (let node: Node | null | undefined = sourceCode.getNodeByRangeIndex(start); node; node = node.parent) {
    if (node.type === 'ThrowStatement' && node.range[0] === start && node.range[1] === end) return node;
  }
  return undefined;
}

/** How long the lock lasts, in milliseconds, where the call says so by a number. */
function durationOf(sourceCode: SourceCode, { args, dialect }: LockCall): string | undefined {
  const [, , ...options] = args;
  const inMilliseconds = (kind: string, time: Node | undefined): string | undefined => {
    if (!time || !/^(?:Literal|Identifier|MemberExpression)$/u.test(time.type)) return undefined;
    const text = textOf(sourceCode, time);
    return /^px$/iu.test(kind) ? text : /^ex$/iu.test(kind) ? `${text} * 1000` : undefined;
  };
  if (dialect === 'ioredis') {
    const at = options.findIndex((each) => each.type === 'Literal' && /^[ep]x$/iu.test(String(each.value)));
    const word = options[at];
    return word?.type === 'Literal' ? inMilliseconds(String(word.value), options[at + 1]) : undefined;
  }
  const [given] = options;
  if (given?.type !== 'ObjectExpression') return undefined;
  for (const property of given.properties) {
    if (property.type !== 'Property' || !('name' in property.key)) continue;
    const found = inMilliseconds(property.key.name, property.value);
    if (found !== undefined) return found;
  }
  return undefined;
}
