/** Classes: members as functions, fields as stores to `this` in an initializer. */
import type { TSESTree } from '@typescript-eslint/utils';
import { FunctionBuilder, rangeOf } from './builder.js';
import { lowerExpression, lowerKey } from './expressions.js';
import { addMethod, lowerFunctionForm } from './functions.js';
import { newFunction } from './lower-module.js';
import type { ClassForm, Temp } from './program.js';
import { lowerStatements } from './statements.js';
import { lowerSignature, lowerType } from './types.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function lowerClass(
  builder: FunctionBuilder,
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): Temp {
  const { module } = builder;
  const decorators = node.decorators?.map(({ expression }) => lowerExpression(builder, expression)) ?? [];
  const form: Writable<ClassForm> = {
    name: node.id?.name,
    at: rangeOf(node),
    superClass: node.superClass ? lowerExpression(builder, node.superClass) : undefined,
    decorators,
    owner: builder.form,
    methods: new Map(),
    getters: new Map(),
    constructorForm: undefined,
    fieldTypes: new Map(),
    fieldWrites: new Map(),
    members: [],
    exported: false,
  };
  module.classes.push(form);
  module.self.classes.push(form);
  const initializer = lazyInitializer(builder, form, node);
  for (const element of node.body.body)
    if (!module.left?.has(element)) lowerMember(builder, form, element, initializer);
  const value = builder.value({ op: 'class', form, at: rangeOf(node) });
  if (node.id) builder.store(module.bindings.variableOf(node.id), value, true, rangeOf(node.id));
  return value;
}

/** Made only for classes that have field values or static blocks. */
function lazyInitializer(
  builder: FunctionBuilder,
  form: ClassForm,
  node: TSESTree.Node,
): () => FunctionBuilder {
  let made: FunctionBuilder | undefined;
  return () => {
    if (made) return made;
    const initializer = newFunction(builder.module.functions, {
      name: undefined,
      kind: 'initializer',
      at: rangeOf(node),
      parent: builder.form,
      member: form,
    });
    form.members.push(initializer);
    made = new FunctionBuilder(builder.module, initializer);
    made.depth = builder.depth;
    return made;
  };
}

function lowerMember(
  builder: FunctionBuilder,
  form: Writable<ClassForm>,
  element: TSESTree.ClassElement,
  initializer: () => FunctionBuilder,
): void {
  switch (element.type) {
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition': {
      const key = lowerKey(builder, element.key, element.computed);
      const name = 'name' in key ? key.name : undefined;
      if (!element.value.body) {
        // Abstract, or an overload: only its type says anything.
        const signature = lowerSignature(element.value, builder.module.bindings);
        const result = lowerType(element.value.returnType?.typeAnnotation, builder.module.bindings);
        if (name !== undefined) form.fieldTypes.set(name, element.kind === 'get' ? result : signature);
        return;
      }
      const kind =
        element.kind === 'constructor' ? 'constructor' : element.kind === 'method' ? 'method' : 'accessor';
      const hidden = element.accessibility === 'private' || element.key.type === 'PrivateIdentifier';
      const method = lowerFunctionForm(builder, element.value, { kind, name, member: form, hidden });
      addMethod(form, method);
      if (element.kind === 'get' && name !== undefined) form.getters.set(name, method);
      if (kind === 'constructor')
        for (const parameter of element.value.params) noteParameterProperty(builder, form, parameter);
      return;
    }
    case 'PropertyDefinition':
    case 'AccessorProperty': {
      const inner = initializer();
      const key = lowerKey(inner, element.key, element.computed);
      if (element.typeAnnotation && 'name' in key) {
        form.fieldTypes.set(
          key.name,
          lowerType(element.typeAnnotation.typeAnnotation, builder.module.bindings),
        );
      }
      if (!element.value) return;
      const at = rangeOf(element);
      const self = inner.value({ op: 'this', owner: inner.form, at });
      const value = lowerFieldValue(inner, form, element.value, 'name' in key ? key.name : undefined);
      inner.set(self, key, value, at);
      return;
    }
    case 'StaticBlock':
      lowerStatements(initializer(), element.body);
      return;
    default:
  }
}

/** A field that holds a function is a method: `handle = async () => { … }`. */
function lowerFieldValue(
  builder: FunctionBuilder,
  form: Writable<ClassForm>,
  node: TSESTree.Expression,
  name: string | undefined,
): Temp {
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression')
    return lowerExpression(builder, node);
  const kind = node.type === 'ArrowFunctionExpression' ? 'arrow' : 'method';
  const method = lowerFunctionForm(builder, node, { kind, name, member: form });
  addMethod(form, method);
  return builder.value({ op: 'closure', form: method, at: rangeOf(node) });
}

function noteParameterProperty(
  builder: FunctionBuilder,
  form: ClassForm,
  parameter: TSESTree.Parameter,
): void {
  if (parameter.type !== 'TSParameterProperty') return;
  const target =
    parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
  if (target.type !== 'Identifier' || !target.typeAnnotation) return;
  form.fieldTypes.set(target.name, lowerType(target.typeAnnotation.typeAnnotation, builder.module.bindings));
}
