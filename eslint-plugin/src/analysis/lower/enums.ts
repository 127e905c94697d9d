/** Enums: objects of constants. What is computed is not looked at. */
import type { TSESTree } from '@typescript-eslint/utils';
import { rangeOf, type FunctionBuilder } from './builder.js';
import type { ObjectEntry, Variable } from './program.js';

export function lowerEnum(builder: FunctionBuilder, node: TSESTree.TSEnumDeclaration): Variable {
  let next: number | undefined = 0;
  const entries = node.body.members.map((member): ObjectEntry => {
    const at = rangeOf(member);
    const { initializer } = member;
    const written = initializer?.type === 'Literal' ? initializer.value : undefined;
    const value: unknown = initializer ? written : next;
    next = typeof value === 'number' ? value + 1 : undefined;
    const isPlain = typeof value === 'string' || typeof value === 'number';
    return {
      kind: 'property',
      property: { name: member.id.type === 'Identifier' ? member.id.name : String(member.id.value) },
      value: isPlain ? builder.literal(value, at) : builder.opaque(at),
    };
  });
  const variable = builder.module.bindings.variableOf(node.id);
  builder.store(
    variable,
    builder.value({ op: 'object', entries, at: rangeOf(node) }),
    true,
    rangeOf(node.id),
  );
  return variable;
}
