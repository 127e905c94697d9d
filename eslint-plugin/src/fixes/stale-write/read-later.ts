/** Declarations that read the place before a wait, and could do so after it. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  ancestorsOf,
  isBlock,
  isFunction,
  isWithin,
  some,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { isLoop } from '../code/region.js';
import { isReassigned, isReference, usesOf, variableOf } from '../code/scopes.js';
import { statementOf } from '../code/statements.js';
import type { Step } from './edits.js';
import { nameOf, type Place } from './place.js';
import { isPure } from './pure.js';

/**
 * The declarations that hold what was read, in order, where nothing but the step that writes, and what comes
 * behind it, looks at them; undefined where something in between does.
 */
export function findMovable(
  sourceCode: SourceCode,
  place: Place,
  step: Step,
): readonly TSESTree.VariableDeclaration[] | undefined {
  const first = statementOf(place.read);
  if (!first || !isBlock(first.parent) || !isReachedOnce(sourceCode, step.node, first)) return undefined;
  const { body } = first.parent;
  const moved = new Set<TSESTree.VariableDeclaration>();
  const pending: Node[] = [first];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.type !== 'VariableDeclaration' || !canMove(sourceCode, next, place)) return undefined;
    moved.add(next);
    for (const variable of sourceCode.getDeclaredVariables(next)) {
      for (const { identifier } of usesOf(variable)) {
        if (isWithin(identifier, step.node)) continue;
        const user = body.find((each) => isWithin(identifier, each));
        const isBehind = step.node.parent === first.parent && identifier.range[0] > step.node.range[1];
        if (isBehind || (user?.type === 'VariableDeclaration' && moved.has(user))) continue;
        if (!user || user.range[0] < next.range[0] || user.range[1] > step.node.range[0]) return undefined;
        pending.push(user);
      }
    }
  }
  return [...moved].sort((a, b) => a.range[0] - b.range[0]);
}

/** It does nothing but read, and what else it reads is the same later. */
function canMove(
  sourceCode: SourceCode,
  declaration: TSESTree.VariableDeclaration,
  { owner }: Place,
): boolean {
  if (declaration.kind === 'var') return false;
  return (
    declaration.declarations.every(
      ({ init }) =>
        init &&
        isPure(sourceCode, init) &&
        !some(sourceCode, init, (node) => {
          if (node.type !== 'Identifier' || !isReference(node)) return false;
          const variable = variableOf(sourceCode, node);
          return (
            variable !== undefined && isReassigned(variable) && variable.scope.variableScope.block === owner
          );
        }),
    ) && sourceCode.getDeclaredVariables(declaration).every((variable) => !isReassigned(variable))
  );
}

const RUNS_ONCE =
  /^(?:then|catch|finally|setTimeout|setImmediate|queueMicrotask|nextTick|requestAnimationFrame)$/u;

/** From a statement to the step there is no loop, and no function but a callback that runs once, with the same `this`. */
function isReachedOnce(sourceCode: SourceCode, step: Node, from: TSESTree.Statement): boolean {
  for (const ancestor of ancestorsOf(step)) {
    if (ancestor === from.parent) return true;
    if (isLoop(ancestor)) return false;
    if (!isFunction(ancestor)) continue;
    const call = ancestor.parent;
    const isOnce = call.type === 'CallExpression' && RUNS_ONCE.test(nameOf(call.callee) ?? '');
    const keepsThis =
      ancestor.type === 'ArrowFunctionExpression' ||
      !some(sourceCode, from, (node) => node.type === 'ThisExpression');
    if (!isOnce || !keepsThis) return false;
  }
  return false;
}
