/** Waits, while the lock is held, for what was begun under it. */
import { ASTUtils } from '@typescript-eslint/utils';
import { enclosingFunction, findCall, type Node, type SourceCode } from '../code/nodes.js';
import type { RewriteOf } from '../rewrite.js';

export const rewriteToAwait: RewriteOf<'unsafe-lock'> = ({ flaw }, sourceCode) => {
  if (flaw.kind !== 'released-before-write' || flaw.awaited) return undefined;
  const call = findCall(sourceCode, flaw.write);
  if (!call || enclosingFunction(call)?.async !== true || !isWhole(sourceCode, call)) return undefined;
  const [start] = call.range;
  return {
    title: 'Await it while the lock is held',
    edits: [{ range: { start, end: start }, text: 'await ' }],
  };
};

/** Nothing else binds closer to the call than an `await` before it would. */
function isWhole(sourceCode: SourceCode, call: Node): boolean {
  const { parent } = call;
  return (
    parent !== undefined &&
    (parent.type === 'ReturnStatement' || parent.type === 'ExpressionStatement') &&
    !ASTUtils.isParenthesized(call, sourceCode)
  );
}
