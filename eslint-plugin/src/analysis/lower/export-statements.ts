/** What `export` statements offer, in evaluation order. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionBuilder } from './builder.js';
import { lowerClass } from './classes.js';
import { lowerEnum } from './enums.js';
import { markExported } from './exports.js';
import { lowerExpression } from './expressions.js';
import type { Variable } from './program.js';
import { lowerStatement } from './statements.js';

export function lowerNamedExport(builder: FunctionBuilder, node: TSESTree.ExportNamedDeclaration): void {
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

export function lowerDefaultExport(builder: FunctionBuilder, node: TSESTree.ExportDefaultDeclaration): void {
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
export function passOnAll(builder: FunctionBuilder, node: TSESTree.ExportAllDeclaration): void {
  const { module } = builder;
  const source = module.link(node.source.value);
  if (!node.exported) module.self.passesOn.push(source);
  else
    module.self.exports.set(nameOfExport(node.exported), { kind: 'import', origin: { source, name: '*' } });
}

export function exportedName(statement: TSESTree.Statement, { name }: Variable): string {
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
export function exportVariable(builder: FunctionBuilder, variable: Variable, name: string): void {
  variable.exported = true;
  builder.module.self.exports.set(name, { kind: 'variable', variable });
  for (const write of variable.writes) markExported(builder.module, write);
}
