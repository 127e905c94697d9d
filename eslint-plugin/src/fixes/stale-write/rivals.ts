/** Other writes of the place, which a mutex around one section would not hold off. */
import type { StaleWriteRace } from '../../analysis/race.js';
import {
  enclosingFunction,
  isFunction,
  isWithin,
  memberName,
  some,
  walk,
  withoutTypes,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { variableOf } from '../code/scopes.js';
import { mentions, nameOf, type Place } from './place.js';

/** True where code outside of the section, that waits for nobody, could undo or forestall the write. */
export function hasRivals(
  sourceCode: SourceCode,
  { shape }: StaleWriteRace,
  place: Place,
  section: readonly Node[],
): boolean {
  let found = false;
  const own = effectOf(sourceCode, place.write, place);
  walk(sourceCode, sourceCode.ast, (node) => {
    if (found || section.includes(node)) return false;
    const effect = effectOf(sourceCode, node, place);
    if (!effect || isWithin(node, place.write)) return true;
    const owner = enclosingFunction(node);
    const isInitial = !owner || isConstructor(owner) || isCalledOnlyIn(sourceCode, owner, section);
    if (!isInitial && !takesTurns(sourceCode, owner, node, place))
      found = shape === 'update' || !own || !isHarmless(own, effect);
    return !found;
  });
  return found;
}

/** What code outside of a section does to the place: nothing, no more than emptying it, or anything else. */
export function effectsElsewhere(
  sourceCode: SourceCode,
  place: Place,
  section: readonly Node[],
): 'none' | 'clear' | 'set' {
  let effects: 'none' | 'clear' | 'set' = 'none';
  walk(sourceCode, sourceCode.ast, (node) => {
    if (section.includes(node)) return false;
    const effect = effectOf(sourceCode, node, place);
    const owner = enclosingFunction(node);
    if (!effect || !owner || isConstructor(owner)) return true;
    if (effect !== 'clear') effects = 'set';
    else if (effects === 'none') effects = 'clear';
    return true;
  });
  return effects;
}

/**
 * What a write does, as far as a check of the place can be wrong about it: `more` and `less` for numbers and
 * containers, `clear` for what is empty or false again, `set` for anything else.
 */
type Effect = 'more' | 'less' | 'clear' | 'set';

function isHarmless(own: Effect, other: Effect): boolean {
  if (own === 'more') return other === 'less' || other === 'clear';
  if (own === 'less') return other === 'more';
  return own === 'set' && other === 'clear';
}

/** The effect of a node on the place, undefined for whatever does not write it. */
function effectOf(sourceCode: SourceCode, node: Node, place: Place): Effect | undefined {
  switch (node.type) {
    case 'AssignmentExpression': {
      if (!targetsOf(sourceCode, node.left).some((target) => isSame(sourceCode, target, place)))
        return undefined;
      if (node.operator === '+=') return 'more';
      if (node.operator === '-=') return 'less';
      return isEmpty(node.right) ? 'clear' : 'set';
    }
    case 'UpdateExpression':
      if (!isSame(sourceCode, node.argument, place)) return undefined;
      return node.operator === '++' ? 'more' : 'less';
    case 'UnaryExpression':
      return node.operator === 'delete' && isSame(sourceCode, node.argument, place) ? 'clear' : undefined;
    case 'CallExpression': {
      if (node.callee.type !== 'MemberExpression') return undefined;
      const [first] = node.arguments;
      if (nameOf(node.callee.object) === 'Object' && memberName(node.callee) === 'assign')
        return first && first.type !== 'SpreadElement' && isHolder(sourceCode, first, place)
          ? 'set'
          : undefined;
      const effect = EFFECTS.get(memberName(node.callee) ?? '');
      return effect && isSame(sourceCode, node.callee.object, place) ? effect : undefined;
    }
    default:
      return undefined;
  }
}

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ['add', 'more'],
  ['push', 'more'],
  ['set', 'more'],
  ['unshift', 'more'],
  ['clear', 'less'],
  ['delete', 'less'],
  ['pop', 'less'],
  ['shift', 'less'],
  ['splice', 'less'],
  ['copyWithin', 'set'],
  ['fill', 'set'],
  ['reverse', 'set'],
  ['sort', 'set'],
]);

function targetsOf(sourceCode: SourceCode, left: Node): readonly Node[] {
  if (left.type !== 'ArrayPattern' && left.type !== 'ObjectPattern') return [left];
  const targets: Node[] = [];
  walk(sourceCode, left, (node) => {
    if (node.type === 'Identifier' || node.type === 'MemberExpression') targets.push(node);
    return node.type !== 'MemberExpression';
  });
  return targets;
}

function isEmpty(value: Node): boolean {
  const plain = withoutTypes(value);
  if (plain.type === 'Identifier') return plain.name === 'undefined';
  if (plain.type === 'ArrayExpression') return plain.elements.length === 0;
  if (plain.type === 'NewExpression') return plain.arguments.length === 0;
  return plain.type === 'Literal' && !plain.value;
}

/** Variables are told apart; members are the same where their last names are. */
function isSame(sourceCode: SourceCode, target: Node, place: Place): boolean {
  const plain = withoutTypes(target);
  const own = place.target;
  if (plain.type !== own.type || (plain.type === 'Identifier' && own.type === 'Identifier')) {
    // `hits = new Map()` writes what `hits.set(key, 1)` and `hits[key] = 1` do.
    const root = own.type === 'MemberExpression' && own.computed ? withoutTypes(own.object) : own;
    return (
      plain.type === 'Identifier' &&
      root.type === 'Identifier' &&
      variableOf(sourceCode, plain) === variableOf(sourceCode, root)
    );
  }
  return nameOf(plain) === nameOf(own);
}

/** The object whose member the place is, by name. */
function isHolder(sourceCode: SourceCode, object: Node, { target }: Place): boolean {
  return (
    (target.type === 'MemberExpression' && nameOf(target.object) === nameOf(object)) ||
    (target.type === 'Identifier' &&
      object.type === 'Identifier' &&
      variableOf(sourceCode, target) === variableOf(sourceCode, object))
  );
}

function isConstructor({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' && parent.kind === 'constructor';
}

/** A helper that nobody but the section calls. */
function isCalledOnlyIn(sourceCode: SourceCode, owner: FunctionNode, section: readonly Node[]): boolean {
  if (owner.type !== 'FunctionDeclaration' || !owner.id || owner.parent.type.startsWith('Export'))
    return false;
  const variable = variableOf(sourceCode, owner.id);
  return (
    variable?.references.every(({ identifier }) => section.some((part) => isWithin(identifier, part))) ??
    false
  );
}

/** It holds a mutex itself, or reads the place before a wait of its own: a race that is reported, too. */
function takesTurns(sourceCode: SourceCode, owner: FunctionNode, write: Node, place: Place): boolean {
  const isLocked = some(
    sourceCode,
    owner,
    (node) =>
      node.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      /^(?:acquire|runExclusive)$/u.test(memberName(node.callee) ?? ''),
  );
  if (isLocked) return true;
  let wait = -1;
  let read = -1;
  walk(sourceCode, owner.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'AwaitExpression' && node.range[0] < write.range[1])
      wait = Math.max(wait, node.range[1]);
    if (
      /^(?:Identifier|MemberExpression)$/u.test(node.type) &&
      read === -1 &&
      mentions(sourceCode, node, place)
    )
      read = node.range[0];
    return true;
  });
  return read !== -1 && read < wait;
}
