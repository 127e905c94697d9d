/** What a stale write writes, and who else names it. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { StaleWriteRace } from '../../analysis/race.js';
import {
  enclosingFunction,
  findCall,
  findExpression,
  isFunction,
  some,
  withoutTypes,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { declaratorOf, variableOf, type Variable } from '../code/scopes.js';

export interface Place {
  /** The assignment, update or call that writes; the call that leads to it, where that is in another function. */
  readonly write: Node;
  /** Where the place is read: the expression, or the call that leads to it. */
  readonly read: Node;
  /** The written expression: `this.total`, `hits` of `hits.set(key, n)`. */
  readonly target: Node;
  /** The innermost function around the write. */
  readonly owner: FunctionNode;
}

export function placeOf(sourceCode: SourceCode, { read, write }: StaleWriteRace): Place | undefined {
  const written = writeAt(findExpression(sourceCode, write.range));
  const target = written && targetOf(written);
  const reading = read.via ? findCall(sourceCode, read.via) : findExpression(sourceCode, read.range);
  const writing = write.via ? findCall(sourceCode, write.via) : written;
  const owner = writing && enclosingFunction(writing);
  return target && reading && owner ? { write: writing, read: reading, target, owner } : undefined;
}

/** The assignment to `x` for `x`, the assignment and the call for themselves. */
function writeAt(node: Node | undefined): Node | undefined {
  // Without a semicolon, a statement is as long as what it evaluates.
  if (node?.type === 'ExpressionStatement') return writeAt(node.expression);
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'AssignmentExpression' || at.type === 'UpdateExpression' || at.type === 'CallExpression')
      return at;
    if (at.type === 'UnaryExpression' && at.operator === 'delete') return at;
    if (at.type.endsWith('Statement') || at.type.endsWith('Declaration')) return undefined;
  }
  return undefined;
}

function targetOf(write: Node): Node | undefined {
  switch (write.type) {
    case 'AssignmentExpression':
      return withoutTypes(write.left);
    case 'UpdateExpression':
    case 'UnaryExpression':
      return withoutTypes(write.argument);
    case 'CallExpression': {
      const { callee } = write;
      const isAssign = callee.type === 'MemberExpression' && /^Object$/u.test(nameOf(callee.object) ?? '');
      const written = isAssign
        ? write.arguments[0]
        : callee.type === 'MemberExpression'
          ? callee.object
          : undefined;
      return written && withoutTypes(written);
    }
    default:
      return undefined;
  }
}

/** The name of a variable, the last name of `a.b.c`, the name of `x` in `x[key]`. */
export function nameOf(node: Node): string | undefined {
  const plain = withoutTypes(node);
  if (plain.type === 'Identifier') return plain.name;
  if (plain.type !== 'MemberExpression') return undefined;
  if (plain.property.type === 'PrivateIdentifier') return plain.property.name;
  if (!plain.computed) return plain.property.name;
  return plain.property.type === 'Literal' && typeof plain.property.value === 'string'
    ? plain.property.value
    : nameOf(plain.object);
}

/**
 * True where a piece of code names the place, or could: members are compared by name, whatever object they are
 * of, and a local is what it was computed from.
 */
export function mentions(sourceCode: SourceCode, node: Node, place: Pick<Place, 'target'>): boolean {
  return refersTo(sourceCode, node, place.target, { seen: new Set(), isValue: true });
}

/** True where a piece of code, or a function of the file that it calls, looks at the place when it runs. */
export function looksAt(sourceCode: SourceCode, node: Node, place: Pick<Place, 'target'>): boolean {
  return refersTo(sourceCode, node, place.target, { seen: new Set(), isValue: false });
}

interface Search {
  readonly seen: Set<Variable | string>;
  /** Names stand for what they were computed from. */
  readonly isValue: boolean;
}

/** True where a piece of code itself names the place. */
export function names(sourceCode: SourceCode, node: Node, { target }: Pick<Place, 'target'>): boolean {
  const name = nameOf(target);
  const variable = target.type === 'Identifier' ? variableOf(sourceCode, target) : undefined;
  return some(sourceCode, node, (each) => {
    if (each.type === 'PrivateIdentifier') return target.type !== 'Identifier' && each.name === name;
    if (each.type !== 'Identifier') return false;
    if (variable)
      return variableOf(sourceCode, each) === variable && (!isPropertyName(each) || isShorthand(each));
    return each.name === name && isPropertyName(each);
  });
}

function refersTo(sourceCode: SourceCode, node: Node, target: Node, search: Search): boolean {
  const name = nameOf(target);
  const variable = target.type === 'Identifier' ? variableOf(sourceCode, target) : undefined;
  const isMember = target.type !== 'Identifier';
  return some(sourceCode, node, (each) => {
    if (each.type === 'MemberExpression' && each.computed && name === undefined) return true;
    if (each.type === 'PrivateIdentifier')
      return (isMember && each.name === name) || isMethodThatRefers(sourceCode, each.name, target, search);
    if (each.type !== 'Identifier') return false;
    const isProperty = isPropertyName(each);
    if (isProperty && isMember && each.name === name) return true;
    if (isKey(each)) return false;
    if (isProperty && !isShorthand(each))
      return isCalled(each) && isMethodThatRefers(sourceCode, each.name, target, search);
    const found = variableOf(sourceCode, each);
    return found !== undefined && (found === variable || isComputedFrom(sourceCode, found, target, search));
  });
}

/** `a.name`, `{ name } = a`. */
function isPropertyName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return !parent.computed && parent.property === node;
  if (parent.type !== 'Property' || parent.parent.type === 'ObjectExpression') return false;
  return !parent.computed && (parent.key === node || parent.shorthand);
}

/** `name` of `{ name: 1 }`. */
function isKey({ parent, ...node }: TSESTree.Identifier): boolean {
  return (
    parent.type === 'Property' &&
    !parent.computed &&
    !parent.shorthand &&
    parent.key.range[0] === node.range[0]
  );
}

function isShorthand({ parent }: TSESTree.Identifier): boolean {
  return parent.type === 'Property' && parent.shorthand;
}

function isCalled({ parent }: TSESTree.Identifier): boolean {
  return parent.type === 'MemberExpression' && parent.parent.type === 'CallExpression';
}

/** A method of the file, by its name alone. */
function isMethodThatRefers(sourceCode: SourceCode, name: string, target: Node, search: Search): boolean {
  if (search.seen.has(name)) return false;
  search.seen.add(name);
  return some(
    sourceCode,
    sourceCode.ast,
    (each) =>
      each.type === 'MethodDefinition' &&
      (each.key.type === 'Identifier' || each.key.type === 'PrivateIdentifier') &&
      each.key.name === name &&
      refersTo(sourceCode, each.value, target, search),
  );
}

/** A variable that was given a value which the place is in; a function of the file that names the place. */
function isComputedFrom(sourceCode: SourceCode, variable: Variable, target: Node, search: Search): boolean {
  if (search.seen.has(variable)) return false;
  search.seen.add(variable);
  const [definition] = variable.defs;
  if (definition?.type === 'FunctionName') {
    const { node } = definition;
    return 'body' in node && isNode(node.body) && refersTo(sourceCode, node.body, target, search);
  }
  const init = declaratorOf(variable)?.init;
  if (!search.isValue) return init ? isFunction(init) && refersTo(sourceCode, init, target, search) : false;
  if (init && refersTo(sourceCode, init, target, search)) return true;
  return variable.references.some(
    ({ writeExpr, init: isInit }) =>
      isInit !== true && writeExpr && refersTo(sourceCode, writeExpr, target, search),
  );
}

function isNode(value: Node | null | undefined): value is Node {
  return value !== null && value !== undefined;
}
