/** Assignment targets: names, members and destructuring. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../race.js';
import { rangeOf, type FunctionBuilder } from './builder.js';
import { lowerExpression, lowerKey, lowerProperty } from './expressions.js';
import type { Property, Temp, Variable } from './program.js';
import { lowerType } from './types.js';

/** Stores `value` to a name, a member or a pattern. */
export function assignTo(
  builder: FunctionBuilder,
  target: TSESTree.Node,
  value: Temp,
  declares: boolean,
): void {
  const at = rangeOf(target);
  switch (target.type) {
    case 'Identifier': {
      const variable = builder.module.bindings.variableOf(target);
      if (declares && target.typeAnnotation) {
        builder.module.bindings.annotate(
          target,
          lowerType(target.typeAnnotation.typeAnnotation, builder.module.bindings),
        );
      }
      builder.store(variable, value, declares, at);
      return;
    }
    case 'MemberExpression':
      builder.set(lowerExpression(builder, target.object), lowerProperty(builder, target), value, at);
      return;
    case 'AssignmentPattern': {
      const fallback = lowerExpression(builder, target.right);
      assignTo(builder, target.left, builder.compute('default', [value, fallback], at), declares);
      return;
    }
    case 'RestElement':
      assignTo(builder, target.argument, value, declares);
      return;
    case 'ObjectPattern':
      for (const property of target.properties) {
        if (property.type === 'RestElement') {
          assignTo(builder, property.argument, builder.compute('rest', [value], rangeOf(property)), declares);
        } else {
          const key = lowerKey(builder, property.key, property.computed);
          assignTo(builder, property.value, builder.get(value, key, rangeOf(property)), declares);
        }
      }
      return;
    case 'ArrayPattern':
      target.elements.forEach((element, index) => {
        if (!element) return;
        const part =
          element.type === 'RestElement'
            ? builder.compute('rest', [value], rangeOf(element))
            : builder.get(value, { name: String(index) }, rangeOf(element));
        assignTo(builder, element, part, declares);
      });
      return;
    case 'TSParameterProperty':
      assignTo(builder, target.parameter, value, declares);
      return;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      assignTo(builder, target.expression, value, declares);
      return;
    default:
      lowerExpression(builder, target);
  }
}

/** A target that is read before it is written, as in `x += 1`; its parts are evaluated once. */
export type ReadTarget =
  | { readonly kind: 'variable'; readonly variable: Variable; readonly value: Temp }
  | { readonly kind: 'member'; readonly object: Temp; readonly property: Property; readonly value: Temp }
  | { readonly kind: 'other'; readonly value: Temp };

export function readTarget(builder: FunctionBuilder, node: TSESTree.Node): ReadTarget {
  const at = rangeOf(node);
  switch (node.type) {
    case 'Identifier': {
      const variable = builder.module.bindings.variableOf(node);
      return { kind: 'variable', variable, value: builder.load(variable, at) };
    }
    case 'MemberExpression': {
      const object = lowerExpression(builder, node.object);
      const property = lowerProperty(builder, node);
      return { kind: 'member', object, property, value: builder.get(object, property, at) };
    }
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return readTarget(builder, node.expression);
    default:
      return { kind: 'other', value: lowerExpression(builder, node) };
  }
}

export function writeTarget(
  builder: FunctionBuilder,
  target: ReadTarget,
  value: Temp,
  at: SourceRange,
): void {
  if (target.kind === 'variable') builder.store(target.variable, value, false, at);
  else if (target.kind === 'member') builder.set(target.object, target.property, value, at);
}
