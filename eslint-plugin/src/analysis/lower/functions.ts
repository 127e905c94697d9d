/** Function bodies: parameters first, then statements in order. */
import type { TSESTree } from '@typescript-eslint/utils';
import { FunctionBuilder, rangeOf } from './builder.js';
import { lowerExpression } from './expressions.js';
import { parameterTypes } from './jsdoc.js';
import { newFunction } from './lower-module.js';
import { assignTo } from './patterns.js';
import type { ClassForm, FunctionForm, FunctionKind, ParameterForm, Temp, TypeForm } from './program.js';
import { lowerStatements } from './statements.js';
import { lowerType } from './types.js';

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

export interface FunctionRole {
  readonly kind: FunctionKind;
  readonly name?: string | undefined;
  readonly member?: ClassForm;
  readonly hidden?: boolean;
}

/** Lowers a function where it is created, and gives the closure. */
export function lowerFunction(builder: FunctionBuilder, node: FunctionNode, role?: FunctionRole): Temp {
  const form = lowerFunctionForm(builder, node, role ?? prototypeRole(builder, node) ?? roleOf(node));
  if (role === undefined && form.member) addMethod(form.member, form);
  return builder.value({ op: 'closure', form, at: rangeOf(node) });
}

function prototypeRole(builder: FunctionBuilder, node: FunctionNode): FunctionRole | undefined {
  const { prototypes } = builder.module;
  if (node.type === 'FunctionDeclaration') {
    if (!node.id) return undefined;
    const member = prototypes.ofConstructor(node.id);
    return member && { kind: 'constructor', name: node.id.name, member };
  }
  const method =
    node.parent.type === 'AssignmentExpression' ? prototypes.ofMethod(node.parent.left) : undefined;
  return method && { kind: 'method', name: method.name, member: method.form };
}

/** Enters a function into its class. */
export function addMethod(form: ClassForm, method: FunctionForm): void {
  form.members.push(method);
  if (method.kind === 'constructor') form.constructorForm = method;
  else if (method.name !== undefined && method.kind !== 'accessor') form.methods.set(method.name, method);
}

function roleOf(node: FunctionNode): FunctionRole {
  if (node.type === 'ArrowFunctionExpression') return { kind: 'arrow', name: nameFromParent(node) };
  return { kind: 'function', name: node.id?.name ?? nameFromParent(node) };
}

function nameFromParent(node: FunctionNode): string | undefined {
  const { parent } = node;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent.type === 'Property' && parent.key.type === 'Identifier' && !parent.computed)
    return parent.key.name;
  return undefined;
}

export function lowerFunctionForm(
  builder: FunctionBuilder,
  node: FunctionNode,
  role: FunctionRole,
): FunctionForm {
  const { module } = builder;
  module.checkCancelled();
  const returns = node.returnType && lowerType(node.returnType.typeAnnotation, module.bindings);
  const form = newFunction(module.functions, {
    name: role.name,
    kind: role.kind,
    at: rangeOf(node),
    parent: builder.form,
    async: node.async,
    generator: node.generator,
    ...(role.member && { member: role.member }),
    hidden: role.hidden ?? false,
    ...(returns && { returns }),
  });
  module.bindings.enter(node, form);
  const inner = new FunctionBuilder(module, form);
  inner.depth = builder.depth;
  const documented = module.hasJsDocTypes ? parameterTypes(module, node) : undefined;
  for (const parameter of node.params) {
    const written = parameterForm(parameter, module.bindings);
    const annotation = written.annotation ?? documented?.get(written.name ?? '');
    form.parameterForms.push({ ...written, ...(annotation && { annotation }) });
    form.parameters.push(
      inner.value({ op: 'literal', value: undefined, opaque: true, at: rangeOf(parameter) }),
    );
  }
  node.params.forEach((parameter, index) => {
    const value = form.parameters[index];
    if (value !== undefined) bindParameter(inner, parameter, value);
  });
  if (!node.body) return form;
  if (node.body.type === 'BlockStatement') lowerStatements(inner, node.body.body);
  else
    inner.effect({
      op: 'exit',
      how: 'return',
      from: lowerExpression(inner, node.body),
      at: rangeOf(node.body),
    });
  return form;
}

function bindParameter(builder: FunctionBuilder, parameter: TSESTree.Parameter, value: Temp): void {
  assignTo(builder, parameter, value, true);
  if (parameter.type !== 'TSParameterProperty') return;
  const name = parameter.parameter.type === 'Identifier' ? parameter.parameter : parameter.parameter.left;
  if (name.type !== 'Identifier') return;
  const at = rangeOf(parameter);
  const self = builder.value({ op: 'this', owner: builder.form, at });
  builder.set(self, { name: name.name }, value, at);
}

function parameterForm(
  node: TSESTree.Parameter,
  bindings: FunctionBuilder['module']['bindings'],
): ParameterForm {
  if (node.type === 'TSParameterProperty') return parameterForm(node.parameter, bindings);
  if (node.type === 'AssignmentPattern') return parameterForm(node.left, bindings);
  const annotation: TypeForm | undefined =
    node.typeAnnotation && lowerType(node.typeAnnotation.typeAnnotation, bindings);
  return {
    name: node.type === 'Identifier' ? node.name : undefined,
    rest: node.type === 'RestElement',
    ...(annotation && { annotation }),
  };
}
