/** Names: what they refer to, where they are known, which ones are free. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { walk, type Node, type SourceCode } from './nodes.js';

export type Variable = TSESLint.Scope.Variable;

/** The variable that an identifier refers to, undefined for a global one. */
export function variableOf(sourceCode: SourceCode, identifier: TSESTree.Identifier): Variable | undefined {
  return lookUp(sourceCode.getScope(identifier), identifier.name);
}

function lookUp(from: TSESLint.Scope.Scope, name: string): Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = from; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable && variable.defs.length > 0) return variable;
  }
  return undefined;
}

/** The one place at which a variable gets its value, where there is only one. */
export function declaratorOf(variable: Variable): TSESTree.VariableDeclarator | undefined {
  const [definition] = variable.defs;
  return variable.defs.length === 1 && definition?.node.type === 'VariableDeclarator'
    ? definition.node
    : undefined;
}

export function isReassigned(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true);
}

/** Where else a variable is used than where it is declared. */
export function usesOf(variable: Variable): readonly TSESLint.Scope.Reference[] {
  return variable.references.filter((reference) => reference.init !== true);
}

/** True where every name in an expression is known at a place, and `this` is the same there. */
export function isKnownAt(sourceCode: SourceCode, expression: Node, place: Node): boolean {
  let known = true;
  walk(sourceCode, expression, (node) => {
    if (node.type === 'Identifier' && isReference(node)) known &&= isVisibleAt(sourceCode, node, place);
    return known;
  });
  return known;
}

function isVisibleAt(sourceCode: SourceCode, identifier: TSESTree.Identifier, place: Node): boolean {
  const variable = variableOf(sourceCode, identifier);
  if (!variable) return true;
  const scope = sourceCode.getScope(place);
  const [definition] = variable.defs;
  if (!definition || lookUp(scope, identifier.name) !== variable) return false;
  const isHoisted = definition.type === 'FunctionName' || definition.type === 'ImportBinding';
  return (
    isHoisted ||
    definition.name.range[0] < place.range[0] ||
    scope.variableScope !== variable.scope.variableScope
  );
}

/** False for names of properties and labels. */
export function isReference(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent.type === 'Property') return parent.value === node || parent.computed;
  return true;
}

/** How a module says a global name: it may have imported another thing of that name. */
export function globalName({ scopeManager }: SourceCode, name: string): string {
  const isTaken = scopeManager?.scopes.some(
    (scope) =>
      (scope.type === 'module' || scope.type === 'global') && (scope.set.get(name)?.defs.length ?? 0) > 0,
  );
  return isTaken === true ? `globalThis.${name}` : name;
}

/** A name that no identifier of the given part of the file has: `name`, or `name2`, `name3`, … */
export function freshName(sourceCode: SourceCode, name: string, within: Node = sourceCode.ast): string {
  const taken = namesIn(sourceCode, within);
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}${String(count)}`;
  return candidate;
}

const knownNames = new WeakMap<Node, ReadonlySet<string>>();

function namesIn(sourceCode: SourceCode, node: Node): ReadonlySet<string> {
  const known = knownNames.get(node);
  if (known) return known;
  const names = new Set<string>();
  knownNames.set(node, names);
  if (node.type === 'Program') {
    for (const { type, value } of node.tokens ?? []) if (type.endsWith('Identifier')) names.add(value);
    return names;
  }
  walk(sourceCode, node, (each) => {
    if (each.type === 'Identifier' || each.type === 'JSXIdentifier') names.add(each.name);
    return true;
  });
  return names;
}
