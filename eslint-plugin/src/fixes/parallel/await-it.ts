/** Waits for a call that was left alone, where its function can wait. */
import { enclosingFunction, findCall, isBlock, isFunction } from '../code/nodes.js';
import type { RewriteOf } from '../rewrite.js';

export const rewriteToAwaitIt: RewriteOf<'conflicting-parallel-writes'> = (race, sourceCode) => {
  const call = race.together === 'left' ? findCall(sourceCode, race.group) : undefined;
  if (!call) return undefined;
  const owner = enclosingFunction(call);
  if (!owner?.async || owner.generator) return undefined;
  const last = call.arguments.at(-1);
  // What is told by a callback gives no promise.
  const isHandler =
    call.callee.type === 'MemberExpression' &&
    /^(?:then|catch|finally)$/u.test(sourceCode.getText(call.callee.property));
  if (last && isFunction(last) && !isHandler) return undefined;
  const { parent } = call;
  const isVoid = parent.type === 'UnaryExpression' && parent.operator === 'void';
  const statement = isVoid ? parent.parent : parent;
  if (statement.type !== 'ExpressionStatement' || !isBlock(statement.parent)) return undefined;
  const [start] = statement.range;
  return {
    title: 'Wait for it before what follows',
    edits: [{ range: { start, end: isVoid ? call.range[0] : start }, text: 'await ' }],
  };
};
