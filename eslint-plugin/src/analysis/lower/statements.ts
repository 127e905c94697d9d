/** Statements, in evaluation order. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionBuilder, JumpTarget } from './builder.js';
import { rangeOf } from './builder.js';
import { lowerClass } from './classes.js';
import { lowerEnum } from './enums.js';
import { markExported } from './exports.js';
import { lowerExpression, lowerUnknown } from './expressions.js';
import { lowerFunction } from './functions.js';
import { variableType } from './jsdoc.js';
import { assignTo } from './patterns.js';
import { lowerSignature } from './types.js';
import type { Arm, Block, Temp, Variable } from './program.js';

/** Deeper than this, a statement is skipped; see MAX_DEPTH of expressions. */
const MAX_DEPTH = 400;

/** How many bodies a case that falls through is followed into. */
const MAX_FALL_THROUGH = 8;

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
      lowerExpression(builder, node.expression);
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

function lowerNamedExport(builder: FunctionBuilder, node: TSESTree.ExportNamedDeclaration): void {
  if (node.declaration) {
    if (node.declaration.type === 'TSEnumDeclaration') {
      const variable = lowerEnum(builder, node.declaration);
      exportVariable(builder, variable, variable.name);
    }
    if (node.declaration.type.startsWith('TS')) return;
    if (node.declaration.type === 'ClassDeclaration') lowerClass(builder, node.declaration);
    else if (node.declaration.type === 'VariableDeclaration') lowerStatement(builder, node.declaration);
    for (const variable of declaredBy(builder, node.declaration))
      exportVariable(builder, variable, variable.name);
    return;
  }
  if (node.source) {
    passOn(builder, node, node.source.value);
    return;
  }
  for (const specifier of node.specifiers) {
    if (specifier.local.type === 'Identifier')
      exportVariable(
        builder,
        builder.module.bindings.variableOf(specifier.local),
        nameOfExport(specifier.exported),
      );
  }
}

/** `export default { … } satisfies Handler` */
function withoutCasts(
  declaration: TSESTree.ExportDefaultDeclaration['declaration'],
): TSESTree.ExportDefaultDeclaration['declaration'] {
  switch (declaration.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
      return withoutCasts(declaration.expression);
    default:
      return declaration;
  }
}

function lowerDefaultExport(builder: FunctionBuilder, node: TSESTree.ExportDefaultDeclaration): void {
  const declaration = withoutCasts(node.declaration);
  if (declaration.type.startsWith('TS')) return;
  const value =
    declaration.type === 'ClassDeclaration'
      ? lowerClass(builder, declaration)
      : lowerExpression(builder, declaration);
  builder.module.self.exports.set('default', { kind: 'value', value });
  markExported(builder.module, value);
}

/** `export { a } from './b'`. */
function passOn(builder: FunctionBuilder, node: TSESTree.ExportNamedDeclaration, specifier: string): void {
  const { module } = builder;
  for (const { exported, local } of node.specifiers) {
    const origin = { source: module.link(specifier), name: nameOfExport(local) };
    module.self.exports.set(nameOfExport(exported), { kind: 'import', origin });
  }
}

/** `export * from './b'`, `export * as b from './b'`. */
function passOnAll(builder: FunctionBuilder, node: TSESTree.ExportAllDeclaration): void {
  const { module } = builder;
  const source = module.link(node.source.value);
  if (!node.exported) module.self.passesOn.push(source);
  else
    module.self.exports.set(nameOfExport(node.exported), { kind: 'import', origin: { source, name: '*' } });
}

function exportedName(statement: TSESTree.Statement, { name }: Variable): string {
  return statement.type === 'ExportDefaultDeclaration' ? 'default' : name;
}

function nameOfExport(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function declaredBy(builder: FunctionBuilder, declaration: TSESTree.Node): Variable[] {
  const { bindings } = builder.module;
  if (declaration.type === 'ClassDeclaration')
    return declaration.id ? [bindings.variableOf(declaration.id)] : [];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) =>
    id.type === 'Identifier' ? [bindings.variableOf(id)] : [],
  );
}

/** What the variable holds leaves the module with it. */
function exportVariable(builder: FunctionBuilder, variable: Variable, name: string): void {
  variable.exported = true;
  builder.module.self.exports.set(name, { kind: 'variable', variable });
  for (const write of variable.writes) markExported(builder.module, write);
}

function isLoop(node: TSESTree.Statement): boolean {
  return /^(?:For|While|DoWhile)/u.test(node.type);
}

function withTarget(
  builder: FunctionBuilder,
  kind: JumpTarget['kind'],
  label: string | undefined,
  fill: (id: number) => void,
): void {
  const id = builder.module.nextTarget();
  builder.targets.push({ id, label, kind });
  try {
    fill(id);
  } finally {
    builder.targets.pop();
  }
}

function lowerRegion(
  builder: FunctionBuilder,
  node: TSESTree.Node,
  kind: JumpTarget['kind'],
  label: string | undefined,
  fill: () => void,
): void {
  withTarget(builder, kind, label, (target) => {
    const body = builder.nested(fill);
    builder.effect({ op: 'region', target, body, at: rangeOf(node) });
  });
}

function lowerJump(
  builder: FunctionBuilder,
  node: TSESTree.BreakStatement | TSESTree.ContinueStatement,
): void {
  const how = node.type === 'BreakStatement' ? 'break' : 'continue';
  const label = node.label?.name;
  const target = builder.targets.findLast((candidate) => {
    if (label !== undefined) return candidate.label === label;
    return how === 'continue' ? candidate.kind === 'loop' : candidate.kind !== 'label';
  });
  builder.effect({ op: 'exit', how, ...(target && { target: target.id }), at: rangeOf(node) });
}

/** One arm per case that has a body; a case that falls through continues with the next one's body. */
function lowerSwitch(builder: FunctionBuilder, node: TSESTree.SwitchStatement): void {
  const test = lowerExpression(builder, node.discriminant);
  const bodies: { readonly body: Block; readonly value: Temp | undefined }[] = [];
  for (const each of node.cases) {
    const value = each.test ? lowerExpression(builder, each.test) : undefined;
    const body = builder.nested(() => {
      lowerStatements(builder, each.consequent);
    });
    bodies.push({ body, value });
  }
  const arms: Arm[] = [];
  let cases: (Temp | undefined)[] = [];
  bodies.forEach(({ body, value }, index) => {
    cases.push(value);
    if (body.length === 0) return;
    const run = [...body];
    for (const { body: next } of bodies.slice(index + 1, index + 1 + MAX_FALL_THROUGH)) {
      if (run.at(-1)?.op === 'exit') break;
      run.push(...next);
    }
    arms.push({ body: run, cases });
    cases = [];
  });
  // Those that end in nothing, and what no case stands for.
  if (!bodies.some(({ value }) => value === undefined)) cases.push(undefined);
  if (cases.length > 0) arms.push({ body: [], cases });
  builder.value({ op: 'branch', on: 'switch', test, arms, at: rangeOf(node) });
}

function lowerTry(builder: FunctionBuilder, node: TSESTree.TryStatement): void {
  const { handler, finalizer } = node;
  const body = builder.nested(() => {
    lowerStatement(builder, node.block);
  });
  const caught =
    handler &&
    builder.nested(() => {
      if (handler.param)
        assignTo(builder, handler.param, builder.compute('caught', [], rangeOf(handler)), true);
      lowerStatement(builder, handler.body);
    });
  const last =
    finalizer &&
    builder.nested(() => {
      lowerStatement(builder, finalizer);
    });
  builder.effect({
    op: 'try',
    body,
    ...(caught && { handler: caught }),
    ...(last && { finalizer: last }),
    at: rangeOf(node),
  });
}

type LoopNode =
  | TSESTree.ForStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement;

function lowerLoop(builder: FunctionBuilder, node: LoopNode, label: string | undefined): void {
  const at = rangeOf(node);
  if (node.type === 'ForStatement' && node.init) {
    if (node.init.type === 'VariableDeclaration') lowerStatement(builder, node.init);
    else lowerExpression(builder, node.init);
  }
  const iterable =
    node.type === 'ForOfStatement' || node.type === 'ForInStatement'
      ? lowerExpression(builder, node.right)
      : undefined;
  withTarget(builder, 'loop', label, (target) => {
    let test: Temp | undefined;
    const header = builder.nested(() => {
      if (iterable !== undefined) lowerStep(builder, node, iterable);
      else if ('test' in node && node.test) test = lowerExpression(builder, node.test);
    });
    const body = builder.nested(() => {
      lowerStatement(builder, node.body);
    });
    const update = builder.nested(() => {
      if (node.type === 'ForStatement' && node.update) lowerExpression(builder, node.update);
    });
    const bodyFirst = node.type === 'DoWhileStatement';
    builder.effect({
      op: 'loop',
      target,
      header,
      ...(test !== undefined && { test }),
      body,
      update,
      bodyFirst,
      at,
    });
  });
}

/** Binds the loop variable of `for … of` and `for … in` to the next element. */
function lowerStep(builder: FunctionBuilder, node: LoopNode, iterable: Temp): void {
  if (node.type !== 'ForOfStatement' && node.type !== 'ForInStatement') return;
  const at = rangeOf(node.left);
  let value = builder.compute(node.type === 'ForOfStatement' ? 'element' : 'key', [iterable], at);
  if (node.type === 'ForOfStatement' && node.await)
    value = builder.value({ op: 'suspend', reason: 'for-await', from: value, at });
  if (node.left.type === 'VariableDeclaration') {
    const target = node.left.declarations[0]?.id;
    if (target) assignTo(builder, target, value, true);
  } else {
    assignTo(builder, node.left, value, false);
  }
}
