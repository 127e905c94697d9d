/** Runs the tasks of a list one after the other, where the order in which they are written is the right one. */
import type { TSESTree } from '@typescript-eslint/utils';
import { findCall, isBlock, memberName, type SourceCode } from '../code/nodes.js';
import { styleOf } from '../code/style.js';
import { hang, indentationAt, rangeOf, textOf } from '../code/text.js';
import type { RewriteOf } from '../rewrite.js';

export const rewriteToInTurn: RewriteOf<'conflicting-parallel-writes'> = (race, sourceCode) => {
  // Of two that write the same, one is lost in any order; what is deleted last was written for nothing.
  if (race.together !== 'list' || race.conflict === 'overwrite') return undefined;
  if (race.conflict === 'delete' && race.first.operation !== 'delete') return undefined;
  if (race.conflict === 'make' && race.second.range.start < race.first.range.start) return undefined;
  const call = findCall(sourceCode, race.group);
  const [list] = call?.arguments ?? [];
  if (!call || list?.type !== 'ArrayExpression' || !isAll(call)) return undefined;
  const calls = list.elements.filter((each) => each?.type === 'CallExpression');
  if (calls.length !== list.elements.length || sourceCode.getCommentsInside(call).length > 0)
    return undefined;
  const waiting = call.parent;
  if (waiting.type !== 'AwaitExpression') return undefined;
  const found = statementsFor(sourceCode, waiting, calls);
  if (!found) return undefined;
  const { newline } = styleOf(sourceCode);
  const outer = newline + indentationAt(sourceCode, found.statement.range[0]);
  return {
    title: 'Run them one after the other',
    edits: [{ range: rangeOf(found.statement), text: found.code.join(outer) }],
  };
};

function isAll({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && memberName(callee) === 'all';
}

interface Statements {
  readonly statement: TSESTree.Node;
  readonly code: readonly string[];
}

function statementsFor(
  sourceCode: SourceCode,
  waiting: TSESTree.AwaitExpression,
  calls: readonly TSESTree.Node[],
): Statements | undefined {
  const { parent } = waiting;
  const texts = calls.map((each) => dedented(sourceCode, each));
  if (parent.type === 'ExpressionStatement' && isBlock(parent.parent)) {
    const end = textOf(sourceCode, parent).endsWith(';') ? ';' : '';
    return { statement: parent, code: texts.map((text) => `await ${text}${end}`) };
  }
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'ArrayPattern' || parent.id.typeAnnotation)
    return undefined;
  const declaration = parent.parent;
  if (declaration.declarations.length > 1 || !isBlock(declaration.parent)) return undefined;
  const names = parent.id.elements.map((each) =>
    each === null ? null : each.type === 'Identifier' ? each.name : undefined,
  );
  if (names.includes(undefined)) return undefined;
  const end = textOf(sourceCode, declaration).endsWith(';') ? ';' : '';
  return {
    statement: declaration,
    code: texts.map((text, index) => {
      const name = names[index];
      return name === null || name === undefined
        ? `await ${text}${end}`
        : `${declaration.kind} ${name} = await ${text}${end}`;
    }),
  };
}

/** A task that stood one or two steps deeper in the list stands at the statement's own depth. */
function dedented(sourceCode: SourceCode, node: TSESTree.Node): string {
  const own = indentationAt(sourceCode, node.range[0]);
  const statement = indentationAt(sourceCode, outermost(node).range[0]);
  const text = textOf(sourceCode, node);
  if (!own.startsWith(statement) || /`[^`]*\n/u.test(text)) return text;
  return hang(text.replaceAll(`\n${own}`, '\n'), statement);
}

function outermost(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && !isBlock(at.parent)) at = at.parent;
  return at;
}
