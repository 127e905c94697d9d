/** What becomes of a call's result. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, memberName, type FunctionNode, type Node } from './nodes.js';

/**
 * True where nobody looks at what a call gives, except that it is awaited or returned as a promise.
 * @param isQueued The call queues a command in a chain: what follows in the chain are other commands.
 */
export function isResultUnused(call: Node, isQueued = false): boolean {
  let node: Node = call;
  for (const parent of ancestorsOf(call)) {
    switch (parent.type) {
      case 'ExpressionStatement':
        return true;
      case 'ReturnStatement':
        return returnsAnything(parent);
      case 'ArrowFunctionExpression':
        return parent.body === node && hasOpenType(parent);
      case 'UnaryExpression':
        return parent.operator === 'void';
      case 'AwaitExpression':
      case 'ChainExpression':
      case 'TSNonNullExpression':
      case 'ArrayExpression':
        break;
      case 'MemberExpression':
        // What is chained to a batch sends it; `catch` and `finally` look at no result.
        if (parent.object !== node) return false;
        if (!isQueued && !/^(?:exec\w*|catch|finally)$/u.test(memberName(parent) ?? '')) return false;
        break;
      case 'CallExpression':
        if (parent.callee !== node && !isGathering(parent)) return false;
        break;
      default:
        return false;
    }
    node = parent;
  }
  return false;
}

/** `Promise.all([…])`, `Promise.allSettled([…])`. */
export function isGathering({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return callee.object.name === 'Promise' && /^all(?:Settled)?$/u.test(memberName(callee) ?? '');
}

function returnsAnything(statement: Node): boolean {
  for (const ancestor of ancestorsOf(statement)) if (isFunction(ancestor)) return hasOpenType(ancestor);
  return false;
}

/** True where a function's type does not say what it gives. */
function hasOpenType({ returnType }: FunctionNode): boolean {
  if (!returnType) return true;
  const { typeAnnotation } = returnType;
  const inner =
    typeAnnotation.type === 'TSTypeReference' ? typeAnnotation.typeArguments?.params[0] : typeAnnotation;
  return inner?.type === 'TSUnknownKeyword' || inner?.type === 'TSAnyKeyword';
}
