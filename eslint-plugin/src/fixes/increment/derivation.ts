/** Follows a count from the statement that reads it to the one that writes it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isBlock, isWithin, type Node, type SourceCode } from '../code/nodes.js';
import { usesOf, variableOf, type Variable } from '../code/scopes.js';
import { statementOf } from '../code/statements.js';
import type { KeyRead, KeyWrite } from '../redis/calls.js';
import { Stages, type Stage } from './stage.js';

export interface Derivation {
  /** The statement that writes. */
  readonly writer: TSESTree.Statement;
  /** Statements that do nothing but prepare the written value. */
  readonly preparing: readonly TSESTree.Statement[];
  /** Variables of those statements that are used after the write. */
  readonly needed: readonly Needed[];
  readonly isWhole: boolean;
}

export interface Needed {
  readonly variable: Variable;
  readonly stage: Stage;
  readonly declarator: TSESTree.VariableDeclarator;
  readonly uses: readonly Node[];
}

/**
 * The derivation of a written count, undefined where the read value serves anything else before the write:
 * a limit that is checked, a log line.
 */
export function derive(sourceCode: SourceCode, read: KeyRead, write: KeyWrite): Derivation | undefined {
  const writer = statementOf(write.call);
  const reader = statementOf(read.call);
  if (!writer || !reader) return undefined;
  const stages = new Stages(sourceCode, read);
  const preparing: TSESTree.Statement[] = [];
  if (!isWithin(read.call, write.call)) {
    const between = statementsBetween(reader, writer);
    if (!between) return undefined;
    for (const statement of between) {
      if (prepares(sourceCode, statement, stages)) preparing.push(statement);
    }
    if (!preparing.includes(reader)) return undefined;
  }
  const stage = stages.of(write.value);
  if (stage !== 'next' && stage !== 'text') return undefined;
  const needed = findNeeded(stages, preparing, writer, write);
  return needed && { writer, preparing, needed, isWhole: stages.isWhole };
}

/** The statements of one list from the reading one up to the writing one. */
function statementsBetween(reader: Node, writer: Node): readonly TSESTree.Statement[] | undefined {
  const { parent } = reader;
  if (!parent || !isBlock(parent) || writer.parent !== parent) return undefined;
  const statements: readonly TSESTree.Statement[] = parent.body;
  return statements.filter(
    (statement) => statement.range[0] >= reader.range[0] && statement.range[1] <= writer.range[0],
  );
}

/** True for a statement that does nothing but bring the count one stage on; notes what its variables hold then. */
function prepares(sourceCode: SourceCode, statement: TSESTree.Statement, stages: Stages): boolean {
  if (statement.type === 'VariableDeclaration') {
    const found = statement.declarations.map(({ id, init }) => {
      const stage = init ? stages.of(init) : undefined;
      const variable = id.type === 'Identifier' ? variableOf(sourceCode, id) : undefined;
      return stage && variable ? { variable, stage } : undefined;
    });
    if (found.some((each) => each === undefined)) return false;
    for (const each of found) if (each) stages.variables.set(each.variable, each.stage);
    return true;
  }
  const changed = statement.type === 'ExpressionStatement' ? changedBy(statement.expression) : undefined;
  const variable = changed && variableOf(sourceCode, changed);
  if (!variable || stages.variables.get(variable) !== 'count') return false;
  stages.variables.set(variable, 'next');
  return true;
}

/** The variable of `n++`, `n += step`, `n = n + step`. That it grows by the step, the analysis has found. */
function changedBy(expression: Node): TSESTree.Identifier | undefined {
  if (expression.type === 'UpdateExpression') {
    return expression.argument.type === 'Identifier' ? expression.argument : undefined;
  }
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'Identifier') return undefined;
  const { operator, left, right } = expression;
  if (operator === '+=' || operator === '-=') return left;
  const isOwnSum =
    right.type === 'BinaryExpression' && right.left.type === 'Identifier' && right.left.name === left.name;
  return operator === '=' && isOwnSum ? left : undefined;
}

/** The variables that live on after the write; undefined where one is used in a way that cannot stay. */
function findNeeded(
  stages: Stages,
  preparing: readonly Node[],
  writer: Node,
  write: KeyWrite,
): readonly Needed[] | undefined {
  const needed: Needed[] = [];
  for (const [variable, stage] of stages.variables) {
    const uses = usesOf(variable).map(({ identifier }): Node => identifier);
    const others = uses.filter(
      (use) => !isWithin(use, write.call) && !preparing.some((statement) => isWithin(use, statement)),
    );
    if (others.length === 0) continue;
    const declarator = variable.defs[0]?.node;
    const isLater = others.every((use) => use.range[0] >= writer.range[1]);
    if (!isLater || stage === 'raw' || declarator?.type !== 'VariableDeclarator') return undefined;
    needed.push({ variable, stage, declarator, uses: others });
  }
  return needed;
}
