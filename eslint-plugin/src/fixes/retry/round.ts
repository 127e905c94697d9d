/** The part of a program that a retry runs again, as syntax: where its rounds begin. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import {
  ancestorsOf,
  isBlock,
  isFunction,
  isWithin,
  type Block,
  type FunctionNode,
  type Node,
} from '../code/nodes.js';
import { isLoop } from '../code/region.js';

type Loop =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

export interface Round {
  /** The block before whose statement `at` the rounds are started. */
  readonly block: Block;
  readonly at: number;
  /** What runs in each round. */
  readonly body: Node;
  readonly loop?: Loop;
  readonly callback?: FunctionNode;
}

/**
 * The round that runs `operation`, for what stands before it in the block of `before`: the outermost loop or
 * function between the two that is retried.
 */
export function roundOf(operation: Node, before: Node, retried: SourceRange): Round | undefined {
  let candidate: Loop | FunctionNode | undefined;
  for (const ancestor of ancestorsOf(operation)) {
    if (isWithin(before, ancestor)) break;
    if (isLoopNode(ancestor) && isAt(ancestor, retried)) candidate = ancestor;
    else if (isFunction(ancestor) && (isAt(ancestor, retried) || isHandedOn(ancestor))) candidate = ancestor;
  }
  if (!candidate) return undefined;
  for (const block of ancestorsOf(candidate)) {
    if (!isBlock(block) || !isWithin(before, block)) continue;
    const start: Node = candidate;
    const at = block.body.findIndex((statement) => isWithin(start, statement));
    if (at === -1) return undefined;
    return isLoopNode(candidate)
      ? { block, at, body: candidate.body, loop: candidate }
      : { block, at, body: candidate.body, callback: candidate };
  }
  return undefined;
}

function isAt(node: Node, { start, end }: SourceRange): boolean {
  return node.range[0] === start && node.range[1] === end;
}

function isLoopNode(node: Node): node is Loop {
  return isLoop(node);
}

/** An argument of a call, or a function that a variable holds. */
function isHandedOn(node: FunctionNode): boolean {
  return node.parent.type === 'CallExpression';
}
