/** The statements that make a value from a read: those that have to run again with it. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  isFunction,
  memberName,
  rootOf,
  some,
  walk,
  withoutTypes,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { isReassigned, usesOf, variableOf, type Variable } from '../code/scopes.js';
import type { Round } from './round.js';

/** Awaited calls that only read: they may run again. */
const READS =
  /^(?:json|text|arrayBuffer|blob|transformToString|get|find|fetch|load|read|select|query|first|one|hget|send|execute|exec|then|getAll|all)(?:[A-Z_].*|all)?$/u;

/** The read's statement, and what is computed from it before the retry; undefined where one of them cannot be moved. */
export function statementsFrom(
  sourceCode: SourceCode,
  read: TSESTree.VariableDeclaration,
  round: Round,
): readonly TSESTree.Statement[] | undefined {
  const statements = round.block.body as readonly TSESTree.Statement[];
  const first = statements.indexOf(read);
  if (first === -1 || first >= round.at) return undefined;
  const moved: TSESTree.Statement[] = [read];
  const variables = new Set<Variable>(declaredBy(sourceCode, read));
  for (const statement of statements.slice(first + 1, round.at)) {
    if (!mentions(sourceCode, statement, variables)) continue;
    if (!isMovable(sourceCode, statement, variables, round)) return undefined;
    moved.push(statement);
    if (statement.type === 'VariableDeclaration')
      for (const variable of declaredBy(sourceCode, statement)) variables.add(variable);
  }
  if (!isRepeatable(sourceCode, read)) return undefined;
  return [...variables].every((variable) => staysInside(variable, moved, round)) ? moved : undefined;
}

function declaredBy(sourceCode: SourceCode, statement: TSESTree.VariableDeclaration): readonly Variable[] {
  return sourceCode.scopeManager?.getDeclaredVariables(statement) ?? [];
}

function mentions(sourceCode: SourceCode, node: Node, variables: ReadonlySet<Variable>): boolean {
  return some(sourceCode, node, (each) => {
    const variable = each.type === 'Identifier' ? variableOf(sourceCode, each) : undefined;
    return variable !== undefined && variables.has(variable);
  });
}

function isMovable(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
  variables: ReadonlySet<Variable>,
  round: Round,
): boolean {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind === 'const' && isRepeatable(sourceCode, statement);
    case 'ExpressionStatement':
      return changesOnly(sourceCode, statement.expression, variables);
    case 'IfStatement':
      return (
        !statement.alternate &&
        isRepeatable(sourceCode, statement.test) &&
        leavesOnly(statement.consequent, round)
      );
    default:
      return false;
  }
}

/** `item.tags.push(name)`, `cart.total = …`: the change is made to what is read anew. */
function changesOnly(sourceCode: SourceCode, expression: Node, variables: ReadonlySet<Variable>): boolean {
  if (!isRepeatable(sourceCode, expression)) return false;
  const target =
    expression.type === 'AssignmentExpression'
      ? expression.left
      : expression.type === 'UpdateExpression'
        ? expression.argument
        : expression.type === 'CallExpression'
          ? expression.callee
          : undefined;
  if (target?.type !== 'MemberExpression') return false;
  const root = rootOf(target);
  const variable = root.type === 'Identifier' ? variableOf(sourceCode, root) : undefined;
  return variable !== undefined && variables.has(variable);
}

/** A `return` in a callback would end the round in place of the function. */
function leavesOnly(node: TSESTree.Statement, round: Round): boolean {
  if (node.type === 'BlockStatement')
    return node.body.length === 1 && node.body.every((each) => leavesOnly(each, round));
  return node.type === 'ThrowStatement'
    ? round.loop !== undefined
    : node.type === 'ReturnStatement' && round.loop !== undefined;
}

/** True where nothing but reads is waited for, and nothing outside is written. */
function isRepeatable(sourceCode: SourceCode, node: Node): boolean {
  let repeatable = true;
  walk(sourceCode, node, (each) => {
    if (isFunction(each)) return false;
    if (each.type === 'YieldExpression') repeatable = false;
    if (each.type === 'AwaitExpression') repeatable &&= isRead(each.argument);
    return repeatable;
  });
  return repeatable;
}

function isRead(awaited: Node): boolean {
  const call = withoutTypes(awaited);
  if (call.type === 'TaggedTemplateExpression') return true;
  if (call.type !== 'CallExpression') return call.type === 'Identifier';
  const { callee } = call;
  const name =
    callee.type === 'MemberExpression'
      ? memberName(callee)
      : callee.type === 'Identifier'
        ? callee.name
        : undefined;
  return name !== undefined && READS.test(name);
}

/** The variable is set once, and used by what is moved and by the round alone. */
function staysInside(variable: Variable, moved: readonly Node[], { body }: Round): boolean {
  if (isReassigned(variable)) return false;
  return usesOf(variable).every(({ identifier }) =>
    [...moved, body].some(
      (each) => each.range[0] <= identifier.range[0] && identifier.range[1] <= each.range[1],
    ),
  );
}
