/** Runs of statements that are wrapped together, and the names that tie them to what follows. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import {
  ancestorsOf,
  isBlock,
  isFunction,
  isWithin,
  walk,
  type Block,
  type Node,
  type SourceCode,
} from './nodes.js';
import { usesOf } from './scopes.js';

/** Statements `first` to `last` of a block. */
export interface Region {
  readonly block: Block;
  readonly first: number;
  readonly last: number;
}

/** The smallest run of statements that holds both nodes. */
export function regionAround(one: Node, other: Node): Region | undefined {
  for (const block of ancestorsOf(one)) {
    if (!isBlock(block) || !isWithin(other, block)) continue;
    const first = block.body.findIndex((statement) => isWithin(one, statement));
    const last = block.body.findIndex((statement) => isWithin(other, statement));
    return first === -1 || last < first ? undefined : { block, first, last };
  }
  return undefined;
}

export function statementsIn({ block, first, last }: Region): readonly TSESTree.Statement[] {
  return (block.body as readonly TSESTree.Statement[]).slice(first, last + 1);
}

/**
 * Extends a region to the last statement that uses a name declared in it, so that wrapping it takes no
 * name away; undefined where one is used before, or leaves the file.
 */
export function extendToUses(sourceCode: SourceCode, region: Region): Region | undefined {
  let { last } = region;
  for (let index = region.first; index <= last; index++) {
    const statement = region.block.body[index];
    if (!statement || /^(?:Import|Export)/u.test(statement.type)) return undefined;
    for (const use of usesOfDeclared(sourceCode, statement)) {
      const user = region.block.body.findIndex((each) => isWithin(use, each));
      if (user < region.first) return undefined;
      last = Math.max(last, user);
    }
  }
  return { ...region, last };
}

/** Where the block-scoped names of a statement are used. */
function usesOfDeclared(sourceCode: SourceCode, statement: TSESTree.ProgramStatement): Node[] {
  if (statement.type === 'VariableDeclaration' && statement.kind === 'var') return [];
  const variables =
    statement.type === 'VariableDeclaration' || /Declaration$/u.test(statement.type)
      ? (sourceCode.scopeManager?.getDeclaredVariables(statement) ?? [])
      : [];
  return variables.flatMap((variable) => usesOf(variable).map(({ identifier }): Node => identifier));
}

/** From the comments above the first statement to the one behind the last. */
export function rangeOfRegion(sourceCode: SourceCode, region: Region): SourceRange {
  const statements = statementsIn(region);
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) throw new RangeError('A region has statements');
  return { start: startWithComments(sourceCode, first), end: endWithComments(sourceCode, last) };
}

/** Where a statement begins with the comments that stand on lines of their own directly above it. */
export function startWithComments(sourceCode: SourceCode, statement: Node): number {
  let { line } = statement.loc.start;
  let start = statement.range[0];
  const previous = sourceCode.getTokenBefore(statement);
  for (const comment of sourceCode.getCommentsBefore(statement).reverse()) {
    if (comment.loc.end.line < line - 1 || comment.loc.start.line === previous?.loc.end.line) break;
    line = comment.loc.start.line;
    start = comment.range[0];
  }
  return start;
}

/** Where a statement ends with the comments behind it on its last line. */
export function endWithComments(sourceCode: SourceCode, statement: Node): number {
  const behind = sourceCode
    .getCommentsAfter(statement)
    .filter((comment) => comment.loc.start.line === statement.loc.end.line);
  return behind.at(-1)?.range[1] ?? statement.range[1];
}

/** True where nothing runs after a statement. */
export function alwaysExits(statement: Node | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return alwaysExits(statement.body.at(-1));
    case 'IfStatement':
      return alwaysExits(statement.consequent) && alwaysExits(statement.alternate ?? undefined);
    default:
      return false;
  }
}

const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

export function isLoop(node: Node): boolean {
  return LOOPS.has(node.type);
}

/** True where `break` or `continue` without a label leaves a statement: a loop around it would catch them. */
export function jumpsOut(sourceCode: SourceCode, statement: Node): boolean {
  let found = false;
  walk(sourceCode, statement, (node) => {
    if (isFunction(node) || isLoop(node)) return false;
    if (node.type === 'ContinueStatement' && !node.label) found = true;
    if (node.type === 'BreakStatement' && !node.label && !isInSwitch(node, statement)) found = true;
    return !found;
  });
  return found;
}

function isInSwitch(node: Node, limit: Node): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === 'SwitchStatement') return isWithin(ancestor, limit);
    if (ancestor === limit) return false;
  }
  return false;
}

/** True where a statement gives something to the caller of its own generator. */
export function yields(sourceCode: SourceCode, statement: Node): boolean {
  let found = false;
  walk(sourceCode, statement, (node) => {
    found ||= node.type === 'YieldExpression';
    return !found && !isFunction(node);
  });
  return found;
}
