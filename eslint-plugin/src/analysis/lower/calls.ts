/** Calls, and the templates that are calls, in evaluation order. */
import type { TSESTree } from '@typescript-eslint/utils';
import { rangeOf, type FunctionBuilder } from './builder.js';
import { lowerExpression, lowerProperty } from './expressions.js';
import type { Argument, Callee, Temp } from './program.js';
import { lowerType } from './types.js';

export function lowerTemplate(builder: FunctionBuilder, node: TSESTree.TemplateLiteral): Temp[] {
  const operands: Temp[] = [];
  node.quasis.forEach((quasi, index) => {
    operands.push(builder.literal(quasi.value.cooked, rangeOf(quasi)));
    const expression = node.expressions[index];
    if (expression) operands.push(lowerExpression(builder, expression));
  });
  return operands;
}

export function lowerTagged(builder: FunctionBuilder, node: TSESTree.TaggedTemplateExpression): Temp {
  const callee = lowerCallee(builder, node.tag);
  const parts = node.quasi.quasis.map((quasi): Argument => {
    return { value: builder.literal(quasi.value.cooked, rangeOf(quasi)), spread: false };
  });
  const fixed = builder.value({ op: 'array', elements: parts, at: rangeOf(node.quasi) });
  const holes = node.quasi.expressions.map((expression): Argument => {
    return { value: lowerExpression(builder, expression), spread: false };
  });
  const args = [{ value: fixed, spread: false }, ...holes];
  return builder.call({ callee, arguments: args, construct: false, tagged: true, at: rangeOf(node) });
}

export function lowerCall(
  builder: FunctionBuilder,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): Temp {
  const callee = lowerCallee(builder, node.callee);
  const [specifier] =
    node.callee.type === 'Identifier' && node.callee.name === 'require' ? node.arguments : [];
  const args =
    specifier && specifier.type !== 'SpreadElement'
      ? [{ value: lowerSpecifier(builder, specifier), spread: false }]
      : node.arguments.map((argument) => lowerElement(builder, argument, rangeOf(node)));
  const types = node.typeArguments?.params.map((type) => lowerType(type, builder.module.bindings));
  return builder.call({
    callee,
    arguments: args,
    construct: node.type === 'NewExpression',
    tagged: false,
    ...(types && { types }),
    at: rangeOf(node),
  });
}

/** What is imported, as the linked module that it means where there is one. */
export function lowerSpecifier(builder: FunctionBuilder, node: TSESTree.Expression): Temp {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return lowerExpression(builder, node);
  return builder.literal(builder.module.link(node.value), rangeOf(node));
}

function lowerCallee(builder: FunctionBuilder, node: TSESTree.Node): Callee {
  switch (node.type) {
    case 'Super':
      return { kind: 'super' };
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return lowerCallee(builder, node.expression);
    case 'MemberExpression':
      return {
        kind: 'member',
        object: lowerExpression(builder, node.object),
        property: lowerProperty(builder, node),
      };
    default:
      return { kind: 'value', value: lowerExpression(builder, node) };
  }
}

export function lowerElement(
  builder: FunctionBuilder,
  node: TSESTree.Expression | TSESTree.SpreadElement | null,
  at: ReturnType<typeof rangeOf>,
): Argument {
  if (!node) return { value: builder.literal(undefined, at), spread: false };
  if (node.type === 'SpreadElement') return { value: lowerExpression(builder, node.argument), spread: true };
  return { value: lowerExpression(builder, node), spread: false };
}
