/** Statements, in evaluation order. */
import type { TSESTree } from '@typescript-eslint/utils';
import { rangeOf, type FunctionBuilder } from './builder.js';
import { lowerClass } from './classes.js';
import { isLoop, lowerJump, lowerLoop, lowerRegion, lowerSwitch, lowerTry } from './control-statements.js';
import { endingOf } from './endings.js';
import { lowerEnum } from './enums.js';
import {
  exportedName,
  exportVariable,
  lowerDefaultExport,
  lowerNamedExport,
  passOnAll,
} from './export-statements.js';
import { lowerExpression, lowerUnknown } from './expressions.js';
import { lowerFunction } from './functions.js';
import { variableType } from './jsdoc.js';
import { assignTo } from './patterns.js';
import type { Temp } from './program.js';
import { lowerSignature } from './types.js';

/** Deeper than this, a statement is skipped; see MAX_DEPTH of expressions. */
const MAX_DEPTH = 400;

export function lowerStatements(builder: FunctionBuilder, statements: readonly TSESTree.Statement[]): void {
  // Function declarations are there before the first statement runs.
  for (const statement of statements) {
    const declaration = declarationOf(statement);
    if (declaration?.type === 'FunctionDeclaration')
      lowerFunctionDeclaration(builder, statement, declaration);
  }
  for (const statement of statements) {
    if (declarationOf(statement)?.type !== 'FunctionDeclaration') lowerStatement(builder, statement);
  }
}

function declarationOf(statement: TSESTree.Statement): TSESTree.Node | null {
  const exported =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return exported ? statement.declaration : statement;
}

function lowerFunctionDeclaration(
  builder: FunctionBuilder,
  statement: TSESTree.Statement,
  declaration: TSESTree.FunctionDeclaration,
): void {
  const value = lowerFunction(builder, declaration);
  const closure = builder.module.definitions[value];
  if (statement !== declaration && closure?.op === 'closure') closure.form.exported = true;
  if (!declaration.id) {
    builder.module.self.exports.set('default', { kind: 'value', value });
    return;
  }
  const variable = builder.module.bindings.variableOf(declaration.id);
  if (statement !== declaration) exportVariable(builder, variable, exportedName(statement, variable));
  builder.store(variable, value, true, rangeOf(declaration.id));
}

export function lowerStatement(builder: FunctionBuilder, node: TSESTree.Statement, label?: string): void {
  if (builder.depth > MAX_DEPTH) return;
  builder.depth++;
  try {
    lower(builder, node, label);
  } finally {
    builder.depth--;
  }
}

function lower(builder: FunctionBuilder, node: TSESTree.Statement, label: string | undefined): void {
  const at = rangeOf(node);
  switch (node.type) {
    case 'ExpressionStatement':
      lowerStatementExpression(builder, node.expression, at);
      return;
    case 'VariableDeclaration':
      lowerDeclaration(builder, node);
      return;
    case 'BlockStatement':
      lowerStatements(builder, node.body);
      return;
    case 'IfStatement': {
      const test = lowerExpression(builder, node.test);
      const then = builder.nested(() => {
        lowerStatement(builder, node.consequent);
      });
      const otherwise = builder.nested(() => {
        if (node.alternate) lowerStatement(builder, node.alternate);
      });
      builder.value({ op: 'branch', on: 'truthy', test, arms: [{ body: then }, { body: otherwise }], at });
      return;
    }
    case 'ReturnStatement':
    case 'ThrowStatement': {
      const how = node.type === 'ReturnStatement' ? 'return' : 'throw';
      const from = node.argument ? lowerExpression(builder, node.argument) : undefined;
      builder.effect({ op: 'exit', how, ...(from !== undefined && { from }), at });
      return;
    }
    case 'BreakStatement':
    case 'ContinueStatement':
      lowerJump(builder, node);
      return;
    case 'LabeledStatement':
      if (isLoop(node.body)) lowerStatement(builder, node.body, node.label.name);
      else
        lowerRegion(builder, node, 'label', node.label.name, () => {
          lowerStatement(builder, node.body);
        });
      return;
    case 'SwitchStatement':
      lowerRegion(builder, node, 'switch', label, () => {
        lowerSwitch(builder, node);
      });
      return;
    case 'TryStatement':
      lowerTry(builder, node);
      return;
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      lowerLoop(builder, node, label);
      return;
    case 'FunctionDeclaration':
      lowerFunctionDeclaration(builder, node, node);
      return;
    case 'ClassDeclaration':
      lowerClass(builder, node);
      return;
    case 'TSEnumDeclaration':
      lowerEnum(builder, node);
      return;
    case 'ExportNamedDeclaration':
      lowerNamedExport(builder, node);
      return;
    case 'ExportDefaultDeclaration':
      lowerDefaultExport(builder, node);
      return;
    case 'TSDeclareFunction':
      if (node.id) builder.module.bindings.annotate(node.id, lowerSignature(node, builder.module.bindings));
      return;
    case 'TSExportAssignment':
      builder.module.self.exports.set('*', {
        kind: 'value',
        value: lowerExpression(builder, node.expression),
      });
      return;
    case 'WithStatement':
      lowerExpression(builder, node.object);
      lowerStatement(builder, node.body);
      return;
    case 'ExportAllDeclaration':
      passOnAll(builder, node);
      return;
    case 'ImportDeclaration':
    case 'EmptyStatement':
    case 'DebuggerStatement':
      return;
    default:
      if (!String(node.type).startsWith('TS')) lowerUnknown(builder, node);
  }
}

/** A call behind which nothing runs is an exit, too; one that asserts is a branch of which an arm throws. */
function lowerStatementExpression(
  builder: FunctionBuilder,
  node: TSESTree.Expression,
  at: ReturnType<typeof rangeOf>,
): void {
  const from = lowerExpression(builder, node);
  const ending = endingOf(builder, node);
  if (ending === 'always') builder.effect({ op: 'exit', how: 'throw', from, at });
  const test = ending === 'unless' ? firstArgumentOf(builder, from) : undefined;
  if (test === undefined) return;
  const failed = builder.nested(() => {
    builder.effect({ op: 'exit', how: 'throw', from, at });
  });
  builder.value({ op: 'branch', on: 'truthy', test, arms: [{ body: [] }, { body: failed }], at });
}

function firstArgumentOf(builder: FunctionBuilder, value: Temp): Temp | undefined {
  const definition = builder.module.definitions[value];
  return definition?.op === 'call' ? definition.arguments[0]?.value : undefined;
}

function lowerDeclaration(builder: FunctionBuilder, node: TSESTree.VariableDeclaration): void {
  for (const declarator of node.declarations) {
    const value = declarator.init
      ? lowerExpression(builder, declarator.init)
      : builder.literal(undefined, rangeOf(declarator));
    assignTo(builder, declarator.id, value, true);
    if (!builder.module.hasJsDocTypes || declarator.id.type !== 'Identifier') continue;
    const type = variableType(builder.module, node);
    if (type) builder.module.bindings.annotate(declarator.id, type);
  }
}
