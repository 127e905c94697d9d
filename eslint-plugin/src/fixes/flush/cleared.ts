/** What a flush clears, and how to take it out and put it back. */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  isBlock,
  memberName,
  walk,
  withoutTypes,
  type Block,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { declaratorOf, variableOf } from '../code/scopes.js';
import { textOf } from '../code/text.js';
import { fieldOf } from '../stale-write/class-member.js';
import { classAround } from '../stale-write/class-member.js';
import { names } from '../stale-write/place.js';

export interface Cleared {
  readonly statement: TSESTree.ExpressionStatement;
  readonly block: Block;
  readonly target: Node;
  readonly kind: 'list' | 'map' | 'set' | 'object' | 'counts' | 'number' | 'text' | 'slot' | 'flag';
  /** The names of counts that start again together, `{ hits: 0, misses: 0 }`. */
  readonly counts?: readonly string[];
  /** It is emptied in place, rather than replaced. */
  readonly inPlace: boolean;
}

/** The statement that clears, `expression` being its assignment or call. */
export function clearedBy(sourceCode: SourceCode, expression: Node): Cleared | undefined {
  const statement = expression.parent;
  if (statement?.type !== 'ExpressionStatement' || !isBlock(statement.parent)) return undefined;
  const at = { statement, block: statement.parent };
  if (expression.type === 'AssignmentExpression' && expression.operator === '=')
    return assigned(expression, at);
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return undefined;
  const target = withoutTypes(expression.callee.object);
  const name = memberName(expression.callee);
  if (name === 'splice') return { ...at, target, kind: 'list', inPlace: true };
  const made = name === 'clear' ? madeAs(sourceCode, target) : undefined;
  return made && { ...at, target, kind: made, inPlace: true };
}

function assigned(
  { left, right }: TSESTree.AssignmentExpression,
  at: Pick<Cleared, 'statement' | 'block'>,
): Cleared | undefined {
  const written = withoutTypes(left);
  const value = withoutTypes(right);
  if (written.type === 'MemberExpression' && memberName(written) === 'length')
    return { ...at, target: withoutTypes(written.object), kind: 'list', inPlace: true };
  const kind = kindOfEmpty(value);
  const counts = kind === 'counts' ? { counts: namesOfCounts(value) } : {};
  return kind && { ...at, target: written, kind, inPlace: false, ...counts };
}

function kindOfEmpty(value: Node): Cleared['kind'] | undefined {
  switch (value.type) {
    case 'ArrayExpression':
      return 'list';
    case 'ObjectExpression':
      if (value.properties.length === 0) return 'object';
      return namesOfCounts(value).length === value.properties.length ? 'counts' : undefined;
    case 'NewExpression':
      return kindOfClass(value.callee);
    case 'Identifier':
      return value.name === 'undefined' ? 'slot' : undefined;
    case 'Literal':
      if (value.value === 0) return 'number';
      if (value.value === '') return 'text';
      if (value.value === false) return 'flag';
      return value.value === null && value.raw === 'null' ? 'slot' : undefined;
    default:
      return undefined;
  }
}

/** The properties of an object that are written out as 0. */
function namesOfCounts(value: Node): readonly string[] {
  if (value.type !== 'ObjectExpression') return [];
  return value.properties.flatMap((property) =>
    property.type === 'Property' &&
    !property.computed &&
    property.key.type === 'Identifier' &&
    property.value.type === 'Literal' &&
    property.value.value === 0
      ? [property.key.name]
      : [],
  );
}

function kindOfClass(callee: Node): Cleared['kind'] | undefined {
  if (callee.type !== 'Identifier') return undefined;
  return callee.name === 'Map'
    ? 'map'
    : callee.name === 'Set'
      ? 'set'
      : callee.name === 'Array'
        ? 'list'
        : undefined;
}

/** The kind of container that a variable or field is made as. */
function madeAs(sourceCode: SourceCode, target: Node): Cleared['kind'] | undefined {
  const made = initOf(sourceCode, target);
  return made?.type === 'NewExpression' ? kindOfClass(made.callee) : undefined;
}

function initOf(sourceCode: SourceCode, target: Node): Node | undefined {
  if (target.type === 'Identifier') {
    const variable = variableOf(sourceCode, target);
    return (variable && declaratorOf(variable)?.init) ?? undefined;
  }
  const state = classAround(target);
  return (state && fieldOf(state.body, target)?.value) ?? undefined;
}

/** `const batch = …`: what is kept of the place. */
export function copyOf(sourceCode: SourceCode, { target, kind, inPlace }: Cleared): string {
  const text = textOf(sourceCode, target);
  if (!inPlace) return text;
  return kind === 'map' ? `new Map(${text})` : kind === 'set' ? `new Set(${text})` : `[...${text}]`;
}

/** How what was taken goes back, before what has come meanwhile; undefined where the two cannot be told to add up. */
export function putBack(
  sourceCode: SourceCode,
  cleared: Cleared,
  taken: string,
): readonly string[] | undefined {
  if (cleared.kind === 'counts') {
    const place = textOf(sourceCode, cleared.target);
    return cleared.counts?.map((name) => `${place}.${name} += ${taken}.${name}`);
  }
  const line = putBackAtOnce(sourceCode, cleared, cleared.kind, taken);
  return line === undefined ? undefined : [line];
}

function putBackAtOnce(
  sourceCode: SourceCode,
  { target, inPlace }: Cleared,
  kind: Exclude<Cleared['kind'], 'counts'>,
  taken: string,
): string | undefined {
  const text = textOf(sourceCode, target);
  switch (kind) {
    case 'list':
      return inPlace ? `${text}.unshift(...${taken})` : `${text} = [...${taken}, ...${text}]`;
    case 'set':
      return inPlace
        ? `for (const each of ${taken}) ${text}.add(each)`
        : `${text} = new Set([...${taken}, ...${text}])`;
    case 'map':
      if (countsUp(sourceCode, target)) return undefined;
      return inPlace
        ? `for (const [key, value] of ${taken}) if (!${text}.has(key)) ${text}.set(key, value)`
        : `${text} = new Map([...${taken}, ...${text}])`;
    case 'object':
      return countsUp(sourceCode, target) ? undefined : `${text} = { ...${taken}, ...${text} }`;
    case 'number':
      return `${text} += ${taken}`;
    case 'text':
      return `${text} = ${taken} + ${text}`;
    case 'slot':
      return `${text} ??= ${taken}`;
    case 'flag':
      return `${text} = true`;
  }
}

/** Entries are computed from what was there: a newer one does not stand for both. */
function countsUp(sourceCode: SourceCode, target: Node): boolean {
  let found = false;
  const isInside = (node: Node): boolean => names(sourceCode, node, { target });
  walk(sourceCode, sourceCode.ast, (node) => {
    if (node.type === 'UpdateExpression') found ||= isInside(node);
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.computed)
      found ||= isInside(node.left) && (node.operator !== '=' || isInside(node.right));
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const name = memberName(node.callee);
      // What an entry holds is changed in place: `pending.get(id).push(x)`.
      if (name === 'get' && isInside(node.callee.object)) found = true;
      if (name === 'push' && node.callee.object.type === 'MemberExpression' && node.callee.object.computed)
        found ||= isInside(node.callee.object);
    }
    return !found;
  });
  return found;
}
