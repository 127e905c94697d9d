/** What a file no longer needs when an expression goes: the names that only this expression used. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { TextEdit } from '../rewrite.js';
import { isFunction, isWithin, some, walk, type Node, type SourceCode } from './nodes.js';
import { isReference, usesOf, variableOf, type Variable } from './scopes.js';
import { removeStatements } from './statements.js';
import { rangeOf } from './text.js';

/** Takes out what only `node` used; undefined where it cannot be taken out, or would take an effect with it. */
export function withoutUnused(
  sourceCode: SourceCode,
  node: Node,
  text: string,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const names = new Set<Variable>();
  walk(sourceCode, node, (each) => {
    if (each.type === 'Identifier' && isReference(each)) {
      const variable = variableOf(sourceCode, each);
      if (variable) names.add(variable);
    }
    return true;
  });
  for (const variable of names) {
    const isElsewhere = usesOf(variable).some(({ identifier }) => !isWithin(identifier, node));
    if (isElsewhere || new RegExp(`\\b${variable.name}\\b`, 'u').test(text)) continue;
    const removed = removalOf(sourceCode, variable);
    if (!removed) return undefined;
    edits.push(...removed);
  }
  return edits;
}

function removalOf(sourceCode: SourceCode, variable: Variable): readonly TextEdit[] | undefined {
  const [definition] = variable.defs;
  if (!definition || variable.defs.length > 1) return undefined;
  const { name } = definition;
  if (name.parent.type === 'ArrayPattern') return [{ range: rangeOf(name), text: '' }];
  if (definition.type === 'Parameter') return removeLastParameter(sourceCode, name);
  if (definition.type !== 'Variable' || definition.node.id !== name) return undefined;
  const statement = definition.parent;
  if (statement.declarations.length > 1 || statement.parent.type === 'ExportNamedDeclaration')
    return undefined;
  if (statement.parent.type !== 'BlockStatement' && statement.parent.type !== 'Program') return undefined;
  const { init } = definition.node;
  if (init && hasEffect(sourceCode, init)) return undefined;
  return removeStatements(sourceCode, [statement]);
}

/** Reads of a store are no effect; what counts, changes or calls anything else may be. */
function hasEffect(sourceCode: SourceCode, init: Node): boolean {
  return some(
    sourceCode,
    init,
    (node) =>
      node.type === 'UpdateExpression' ||
      node.type === 'AssignmentExpression' ||
      (node.type === 'CallExpression' && !isRead(node)),
  );
}

function isRead({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    /^(?:count|info|describe\w*|join|toString|toLowerCase)$/u.test(callee.property.name)
  );
}

function removeLastParameter(sourceCode: SourceCode, name: Node): readonly TextEdit[] | undefined {
  const owner = name.parent;
  if (!owner || !isFunction(owner) || owner.params.at(-1) !== name) return undefined;
  const before = sourceCode.getTokenBefore(name);
  if (before?.value === ',') return [{ range: { start: before.range[0], end: name.range[1] }, text: '' }];
  // `(state) => …` and `state => …`
  return [{ range: rangeOf(name), text: before?.value === '(' ? '' : '()' }];
}
