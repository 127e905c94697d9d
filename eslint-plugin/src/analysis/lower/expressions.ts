/** Expressions, in evaluation order. */
import type { TSESTree } from '@typescript-eslint/utils';
import { rangeOf, type FunctionBuilder } from './builder.js';
import { lowerCall, lowerElement, lowerSpecifier, lowerTagged, lowerTemplate } from './calls.js';
import { lowerClass } from './classes.js';
import { lowerFunction } from './functions.js';
import { assignTo, readTarget, writeTarget } from './patterns.js';
import type { ObjectEntry, Property, Temp } from './program.js';
import { lowerType } from './types.js';

/** Deeper than this, an expression is one opaque value: nobody wrote it by hand, and no stack is endless. */
const MAX_DEPTH = 400;

export function lowerExpression(builder: FunctionBuilder, node: TSESTree.Node): Temp {
  if (builder.depth > MAX_DEPTH) return builder.opaque(rangeOf(node));
  builder.depth++;
  try {
    return lower(builder, node);
  } finally {
    builder.depth--;
  }
}

function lower(builder: FunctionBuilder, node: TSESTree.Node): Temp {
  const at = rangeOf(node);
  switch (node.type) {
    case 'Identifier':
      if (node.name === 'undefined') return builder.literal(undefined, at);
      return builder.load(builder.module.bindings.variableOf(node), at);
    case 'Literal':
      return 'regex' in node ? builder.opaque(at) : builder.literal(node.value, at);
    case 'TemplateLiteral':
      return builder.compute('template', lowerTemplate(builder, node), at);
    case 'TaggedTemplateExpression':
      return lowerTagged(builder, node);
    case 'ThisExpression':
    case 'Super':
      return builder.value({ op: 'this', owner: thisOwner(builder), at });
    case 'MemberExpression':
      return builder.get(lowerExpression(builder, node.object), lowerProperty(builder, node), at);
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return lowerExpression(builder, node.expression);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression': {
      const operand = lowerExpression(builder, node.expression);
      const annotation = lowerType(node.typeAnnotation, builder.module.bindings);
      return builder.value({ op: 'compute', operator: 'as', operands: [operand], annotation, at });
    }
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(builder, node);
    case 'ImportExpression':
      return builder.compute('import', [lowerSpecifier(builder, node.source)], at);
    case 'AwaitExpression':
      return builder.value({
        op: 'suspend',
        reason: 'await',
        from: lowerExpression(builder, node.argument),
        at,
      });
    case 'YieldExpression': {
      const from = node.argument ? lowerExpression(builder, node.argument) : builder.literal(undefined, at);
      return builder.value({ op: 'suspend', reason: 'yield', from, at });
    }
    case 'AssignmentExpression':
      return lowerAssignment(builder, node);
    case 'UpdateExpression': {
      const target = readTarget(builder, node.argument);
      const next = builder.compute(
        node.operator === '++' ? '+' : '-',
        [target.value, builder.literal(1, at)],
        at,
      );
      writeTarget(builder, target, next, at);
      return node.prefix ? next : target.value;
    }
    case 'BinaryExpression':
      return lowerBinary(builder, node);
    case 'LogicalExpression':
      return lowerLogical(builder, node.operator, lowerExpression(builder, node.left), node.right, at);
    case 'ConditionalExpression': {
      const test = lowerExpression(builder, node.test);
      const then = builder.nestedValue(() => lowerExpression(builder, node.consequent));
      const otherwise = builder.nestedValue(() => lowerExpression(builder, node.alternate));
      return builder.value({ op: 'branch', on: 'truthy', test, arms: [then, otherwise], at });
    }
    case 'UnaryExpression':
      return lowerUnary(builder, node);
    case 'ObjectExpression':
      return lowerObject(builder, node);
    case 'ArrayExpression':
      return builder.value({
        op: 'array',
        elements: node.elements.map((element) => lowerElement(builder, element, at)),
        at,
      });
    case 'SequenceExpression': {
      const values = node.expressions.map((expression) => lowerExpression(builder, expression));
      return values.at(-1) ?? builder.opaque(at);
    }
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return lowerFunction(builder, node);
    case 'ClassExpression':
      return lowerClass(builder, node);
    case 'MetaProperty':
      return node.meta.name === 'import'
        ? builder.compute('import.meta', [], at)
        : lowerUnknown(builder, node);
    default:
      return lowerUnknown(builder, node);
  }
}

/** Syntax the form does not model: its parts are evaluated, its value is opaque. */
export function lowerUnknown(builder: FunctionBuilder, node: TSESTree.Node): Temp {
  const operands: Temp[] = [];
  const keys = builder.module.sourceCode.visitorKeys[node.type] ?? [];
  const fields: Readonly<Record<string, unknown>> = { ...node };
  for (const key of keys) {
    const child = fields[key];
    for (const each of Array.isArray(child) ? child : [child]) {
      if (isNode(each) && !each.type.startsWith('TS')) operands.push(lowerExpression(builder, each));
    }
  }
  return builder.compute('unknown', operands, rangeOf(node));
}

function isNode(value: unknown): value is TSESTree.Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'range' in value
  );
}

export function thisOwner(builder: FunctionBuilder): typeof builder.form {
  let form = builder.form;
  while (form.kind === 'arrow' && form.parent) form = form.parent;
  return form;
}

export function lowerProperty(builder: FunctionBuilder, node: TSESTree.MemberExpression): Property {
  if (node.property.type === 'PrivateIdentifier') return { name: `#${node.property.name}` };
  if (!node.computed) return { name: node.property.type === 'Identifier' ? node.property.name : '' };
  return computedProperty(builder, node.property);
}

/** `o['name']` is `o.name`. */
export function computedProperty(builder: FunctionBuilder, node: TSESTree.Node): Property {
  if (node.type === 'Literal' && typeof node.value === 'string') return { name: node.value };
  if (node.type === 'Literal' && typeof node.value === 'number') return { name: String(node.value) };
  return { computed: lowerExpression(builder, node) };
}

/** The name of a property, class member or pattern key. */
export function lowerKey(builder: FunctionBuilder, key: TSESTree.Node, computed: boolean): Property {
  if (key.type === 'PrivateIdentifier') return { name: `#${key.name}` };
  if (!computed && key.type === 'Identifier') return { name: key.name };
  return computedProperty(builder, key);
}

/** `a + b + c + …` of any length is one flat computation. */
function lowerBinary(builder: FunctionBuilder, node: TSESTree.BinaryExpression): Temp {
  const right: TSESTree.Expression[] = [];
  let left: TSESTree.Node = node;
  while (left.type === 'BinaryExpression' && left.operator === node.operator) {
    right.push(left.right);
    left = left.left;
  }
  const operands = [lowerExpression(builder, left)];
  for (const operand of right.reverse()) operands.push(lowerExpression(builder, operand));
  return builder.compute(node.operator, operands, rangeOf(node));
}

function lowerLogical(
  builder: FunctionBuilder,
  operator: string,
  test: Temp,
  right: TSESTree.Expression,
  at: ReturnType<typeof rangeOf>,
): Temp {
  const evaluated = builder.nestedValue(() => lowerExpression(builder, right));
  const kept = { body: [], value: test };
  const arms = operator === '||' ? [kept, evaluated] : [evaluated, kept];
  return builder.value({ op: 'branch', on: operator === '??' ? 'nullish' : 'truthy', test, arms, at });
}

function lowerAssignment(builder: FunctionBuilder, node: TSESTree.AssignmentExpression): Temp {
  const at = rangeOf(node);
  if (node.operator === '=') {
    if (node.left.type === 'MemberExpression') {
      const object = lowerExpression(builder, node.left.object);
      const property = lowerProperty(builder, node.left);
      const value = lowerExpression(builder, node.right);
      builder.set(object, property, value, at);
      return value;
    }
    const value = lowerExpression(builder, node.right);
    assignTo(builder, node.left, value, false);
    return value;
  }
  const target = readTarget(builder, node.left);
  const operator = node.operator.slice(0, -1);
  if (operator !== '&&' && operator !== '||' && operator !== '??') {
    const next = builder.compute(operator, [target.value, lowerExpression(builder, node.right)], at);
    writeTarget(builder, target, next, at);
    return next;
  }
  const assigned = builder.nestedValue(() => {
    const value = lowerExpression(builder, node.right);
    writeTarget(builder, target, value, at);
    return value;
  });
  const kept = { body: [], value: target.value };
  const arms = operator === '||' ? [kept, assigned] : [assigned, kept];
  return builder.value({
    op: 'branch',
    on: operator === '??' ? 'nullish' : 'truthy',
    test: target.value,
    arms,
    at,
  });
}

function lowerUnary(builder: FunctionBuilder, node: TSESTree.UnaryExpression): Temp {
  const at = rangeOf(node);
  const argument = node.argument.type === 'ChainExpression' ? node.argument.expression : node.argument;
  if (node.operator === 'delete' && argument.type === 'MemberExpression') {
    const object = lowerExpression(builder, argument.object);
    builder.set(object, lowerProperty(builder, argument), builder.literal(undefined, at), at);
    return builder.literal(true, at);
  }
  const operand = lowerExpression(builder, argument);
  const known = builder.module.definitions[operand];
  if (node.operator === '-' && known?.op === 'literal' && typeof known.value === 'number') {
    return builder.literal(-known.value, at);
  }
  return builder.compute(node.operator, [operand], at);
}

function lowerObject(builder: FunctionBuilder, node: TSESTree.ObjectExpression): Temp {
  const entries = node.properties.map((property): ObjectEntry => {
    if (property.type === 'SpreadElement')
      return { kind: 'spread', value: lowerExpression(builder, property.argument) };
    const key = lowerKey(builder, property.key, property.computed);
    return { kind: 'property', property: key, value: lowerExpression(builder, property.value) };
  });
  const object = builder.value({ op: 'object', entries, at: rangeOf(node) });
  const holder = { object };
  for (const entry of entries) {
    const made = builder.module.definitions[entry.value];
    if (made?.op !== 'closure' || made.form.kind === 'arrow') continue;
    builder.module.holders.set(made.form, holder);
    builder.module.objectHolders.set(object, holder);
  }
  return object;
}
