/** Finding one's way in the syntax tree. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';

export type SourceCode = Readonly<TSESLint.SourceCode>;
export type Node = TSESTree.Node;
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
/** What holds a list of statements in braces, or a whole file. */
export type Block = TSESTree.BlockStatement | TSESTree.Program | TSESTree.StaticBlock;

/** The call at exactly this range. */
export function findCall(
  sourceCode: SourceCode,
  { start, end }: SourceRange,
): TSESTree.CallExpression | undefined {
  let node: Node | null | undefined = sourceCode.getNodeByRangeIndex(start);
  while (node && node.range[1] <= end) {
    if (node.type === 'CallExpression' && node.range[0] === start && node.range[1] === end) return node;
    node = node.parent;
  }
  return undefined;
}

/** The outermost expression at exactly this range. */
export function findExpression(sourceCode: SourceCode, { start, end }: SourceRange): Node | undefined {
  let found: Node | undefined;
  let node: Node | null | undefined = sourceCode.getNodeByRangeIndex(start);
  while (node && node.range[1] <= end) {
    if (node.range[0] === start && node.range[1] === end) found = node;
    node = node.parent;
  }
  return found;
}

export function isWithin(inner: Node, outer: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The nodes from a node's parent up to the root. */
export function* ancestorsOf(node: Node): Generator<Node> {
  for (let parent = node.parent; parent; parent = parent.parent) yield parent;
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression'
  );
}

export function isBlock(node: Node): node is Block {
  return node.type === 'BlockStatement' || node.type === 'Program' || node.type === 'StaticBlock';
}

export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (const ancestor of ancestorsOf(node)) if (isFunction(ancestor)) return ancestor;
  return undefined;
}

/** Visits a node and what is in it, in source order; nothing below a node for which `visit` gives false. */
export function walk(sourceCode: SourceCode, node: Node, visit: (node: Node) => boolean): void {
  if (node.type === 'Program') {
    if (visit(node)) for (const statement of node.body) walk(sourceCode, statement, visit);
    return;
  }
  const { nodes, positions, ends } = outlineAround(sourceCode, node);
  const start = positions.get(node) ?? nodes.length;
  const end = ends[start] ?? start;
  for (let index = start; index < end;) {
    const next = nodes[index];
    if (!next) return;
    index = visit(next) ? index + 1 : (ends[index] ?? end);
  }
}

/** Visits a node and all in it, in source order, until `visit` gives false. For once: it keeps no outline. */
export function visitAll(sourceCode: SourceCode, root: Node, visit: (node: Node) => boolean): void {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!visit(node)) return;
    const keys = sourceCode.visitorKeys[node.type] ?? [];
    for (let index = keys.length - 1; index >= 0; index--) {
      const child: unknown = Reflect.get(node, keys[index] ?? '');
      if (isNode(child)) pending.push(child);
      else if (Array.isArray(child))
        for (let each = child.length - 1; each >= 0; each--) {
          const item: unknown = child[each];
          if (isNode(item)) pending.push(item);
        }
    }
  }
}

/** The nodes of a file's statement in source order, so that going through some of them again costs next to nothing. */
interface Outline {
  readonly nodes: readonly Node[];
  readonly positions: ReadonlyMap<Node, number>;
  /** For each node, the position after the last one in it. */
  readonly ends: readonly number[];
}

const outlines = new WeakMap<Node, Outline>();

/** That of the file's statement around a node: most of a file is never asked for. */
function outlineAround(sourceCode: SourceCode, node: Node): Outline {
  let statement = node;
  while (statement.parent && statement.parent.type !== 'Program') statement = statement.parent;
  let outline = outlines.get(statement);
  if (!outline) outlines.set(statement, (outline = makeOutline(sourceCode, statement)));
  return outline;
}

function makeOutline(sourceCode: SourceCode, root: Node): Outline {
  const nodes: Node[] = [];
  const positions = new Map<Node, number>();
  const ends: number[] = [];
  // A number closes the node at that position.
  const pending: (Node | number)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'number') {
      ends[next] = nodes.length;
      continue;
    }
    positions.set(next, nodes.length);
    pending.push(nodes.length);
    nodes.push(next);
    pending.push(...childrenOf(sourceCode, next).reverse());
  }
  return { nodes, positions, ends };
}

export function some(sourceCode: SourceCode, node: Node, test: (node: Node) => boolean): boolean {
  let found = false;
  walk(sourceCode, node, (each) => {
    found ||= test(each);
    return !found;
  });
  return found;
}

function childrenOf(sourceCode: SourceCode, node: Node): Node[] {
  const children: Node[] = [];
  for (const key of sourceCode.visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key);
    if (isNode(child)) children.push(child);
    else if (Array.isArray(child)) children.push(...child.filter(isNode));
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

/** The expression inside `x as T`, `x!`, `<T>x`, `x satisfies T`. */
export function withoutTypes(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return withoutTypes(node.expression);
    default:
      return node;
  }
}

/** The leftmost expression of `a.b().c`: `a`. */
export function rootOf(node: Node): Node {
  const plain = withoutTypes(node);
  if (plain.type === 'MemberExpression') return rootOf(plain.object);
  if (plain.type === 'CallExpression') return rootOf(plain.callee);
  return plain;
}

/** The name of `a.name` or `a['name']`. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : undefined;
}
