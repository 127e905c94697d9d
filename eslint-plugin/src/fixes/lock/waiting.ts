/** Whether, and how, a function waits for what it has started. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  ancestorsOf,
  enclosingFunction,
  isFunction,
  memberName,
  walk,
  type Block,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { isLoop } from '../code/region.js';
import { rangeOf, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

/**
 * `awaited` where a function awaits the end of a call, `returned` where it leaves that to its caller,
 * undefined where nobody in the function does.
 * @param limit The block of statements, or the arrow function, in which the call is.
 */
export function endOf(call: Node, limit: Block | FunctionNode): 'awaited' | 'returned' | undefined {
  let isAwaited = false;
  for (const node of ancestorsOf(call)) {
    // What an arrow function gives is returned.
    if (node === limit) return isAwaited ? 'awaited' : isFunction(limit) ? 'returned' : undefined;
    switch (node.type) {
      case 'AwaitExpression':
        isAwaited = true;
        break;
      case 'ReturnStatement':
        if (!isAwaited && enclosingFunction(node) === enclosingFunction(limit)) return 'returned';
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        if (!runsInCall(node)) return undefined;
        // Whoever calls it has to wait for it.
        isAwaited = false;
        break;
      case 'FunctionDeclaration':
      case 'NewExpression':
        return undefined;
      case 'ExpressionStatement':
      case 'VariableDeclarator':
        if (!isAwaited) return undefined;
        break;
      default:
        if (isLoop(node) && !isAwaited) return undefined;
    }
  }
  return isAwaited ? 'awaited' : undefined;
}

/** True for a callback whose result its call hands on: `.then(…)`, `.map(…)`; false for handlers, timers, methods. */
function runsInCall(callback: FunctionNode): boolean {
  const { parent } = callback;
  if (parent.type !== 'CallExpression') return false;
  const { callee } = parent;
  if (callee === callback) return true;
  const name =
    callee.type === 'MemberExpression' ? memberName(callee) : callee.type === 'Identifier' ? callee.name : '';
  return !/^(?:on|once|add\w*Listener|subscribe|forEach|use|get|post|put|patch|delete|set(?:Timeout|Interval|Immediate)|queueMicrotask|nextTick)$/u.test(
    name ?? '',
  );
}

/** What makes a function one that can wait; undefined where it cannot become one. */
export function waitingEdits(owner: FunctionNode): TextEdit[] | undefined {
  if (owner.async) return [];
  const { parent } = owner;
  if (owner.generator || (owner.returnType && !isPromise(owner.returnType.typeAnnotation))) return undefined;
  const isMember = parent.type === 'MethodDefinition' || parent.type === 'Property';
  if (isMember && parent.kind !== 'method' && parent.kind !== 'init') return undefined;
  const isMethod = parent.type === 'MethodDefinition' || (parent.type === 'Property' && parent.method);
  // `[key]() {}` begins at its bracket.
  const start = isMethod ? parent.key.range[0] - (parent.computed ? 1 : 0) : owner.range[0];
  return [{ range: { start, end: start }, text: 'async ' }];
}

function isPromise(type: TSESTree.TypeNode): boolean {
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise'
  );
}

/**
 * `return save()` ends before `save` does; `return await save()` does not.
 * @param within The statement whose `return`s count, without those of callbacks.
 * @param isWaitedFor Tells whether what is returned has to end first.
 */
export function awaitReturned(
  sourceCode: SourceCode,
  within: Node,
  isWaitedFor: (returned: Node) => boolean,
): TextEdit[] {
  const edits: TextEdit[] = [];
  walk(sourceCode, within, (node) => {
    if (node.type === 'ReturnStatement' && node.argument && isWaitedFor(node.argument))
      edits.push(...awaited(node.argument));
    return !isFunction(node);
  });
  return edits;
}

/** Puts `await` before an expression that lacks it. */
export function awaited(expression: Node): TextEdit[] {
  const { start, end } = rangeOf(expression);
  if (expression.type === 'AwaitExpression') return [];
  const isUnary = /^(?:CallExpression|MemberExpression|Identifier|NewExpression)$/u.test(expression.type);
  return isUnary ? [insertion(start, 'await ')] : [insertion(start, 'await ('), insertion(end, ')')];
}

/** True for a call of a method of the given object, with whatever is chained to it. */
export function isCallOf(sourceCode: SourceCode, node: Node, object: string): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return (
    textOf(sourceCode, node.callee.object) === object || isCallOf(sourceCode, node.callee.object, object)
  );
}

function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}
