/** What statements change, so that each attempt of a loop can make it anew. */
import {
  isWithin,
  memberName,
  rootOf,
  walk,
  withoutTypes,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import type { Region } from '../code/region.js';
import { variableOf, type Variable } from '../code/scopes.js';
import { isLeftForGood, type Repetition } from './repeatable.js';

/**
 * Extends a region up to the declarations of what it changes, so that each attempt begins anew; undefined
 * where it changes something that an attempt cannot make anew: a parameter, a property of `this`.
 */
export function extendToChanged(sourceCode: SourceCode, repetition: Repetition): Region | undefined {
  const { region, write } = repetition;
  const { block } = region;
  let { first } = region;
  for (let index = region.last; index >= first; index--) {
    const statement = block.body[index];
    if (!statement) continue;
    for (const changed of changedIn(sourceCode, statement, write.call)) {
      if (!changed) return undefined;
      const [definition] = changed.defs;
      const home = block.body.findIndex((each) => definition && isWithin(definition.name, each));
      if (home === -1 || definition?.type !== 'Variable') return undefined;
      first = Math.min(first, home);
    }
  }
  return { ...region, first };
}

/** The variables that a statement changes, itself or what they hold; undefined for anything else that it changes. */
function changedIn(sourceCode: SourceCode, statement: Node, write: Node): (Variable | undefined)[] {
  const until = write.range[1];
  const changed: (Variable | undefined)[] = [];
  const note = (target: Node): void => {
    const root = rootOf(target);
    // `(map[key] ??= []).push(item)`
    if (root.type === 'AssignmentExpression') note(root.left);
    else if (!isNew(root))
      changed.push(root.type === 'Identifier' ? variableOf(sourceCode, root) : undefined);
  };
  walk(sourceCode, statement, (node) => {
    if (node.range[0] >= until || isLeftForGood(node, until)) return false;
    if (node !== write) for (const target of targetsOf(node)) note(target);
    return true;
  });
  return changed.filter((variable) => !variable || !isOwnOfFunction(variable, statement));
}

/** Parameters and locals of a callback inside the statement are new in each call. */
function isOwnOfFunction(variable: Variable, statement: Node): boolean {
  return variable.scope.block !== statement && isWithin(variable.scope.block, statement);
}

const CHANGING =
  /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|append|assign|defineProperty)$/u;

/** What a node itself changes. */
function targetsOf(node: Node): Node[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return patternTargets(node.left);
    case 'UpdateExpression':
      return [node.argument];
    case 'UnaryExpression':
      return node.operator === 'delete' ? [node.argument] : [];
    case 'CallExpression': {
      const callee = withoutTypes(node.callee);
      if (callee.type !== 'MemberExpression' || !CHANGING.test(memberName(callee) ?? '')) return [];
      const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
      return (isOfObject ? node.arguments.slice(0, 1) : [callee.object]).filter((target) => !isCopy(target));
    }
    default:
      return [];
  }
}

function isNew(node: Node): boolean {
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression' || node.type === 'NewExpression';
}

/** `list.slice().reverse()`, `structuredClone(rule)`: what is changed is made by the call. */
function isCopy(node: Node): boolean {
  const plain = withoutTypes(node);
  if (plain.type !== 'CallExpression') return false;
  const callee = withoutTypes(plain.callee);
  if (callee.type === 'Identifier') return callee.name === 'structuredClone';
  return (
    callee.type === 'MemberExpression' &&
    /^(?:slice|map|filter|concat|flat|flatMap|split|from|keys|values|entries|parse)$/u.test(
      memberName(callee) ?? '',
    )
  );
}

function patternTargets(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternTargets(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        patternTargets(each.type === 'RestElement' ? each.argument : each.value),
      );
    case 'AssignmentPattern':
      return patternTargets(pattern.left);
    case 'RestElement':
      return patternTargets(pattern.argument);
    default:
      return [pattern];
  }
}
