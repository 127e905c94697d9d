/** Expressions that may be evaluated a little later, or not at all, and nobody would notice. */
import { isFunction, memberName, walk, type Node, type SourceCode } from '../code/nodes.js';

/** True where evaluating an expression does nothing but look: no call of unknown code, no assignment, no wait. */
export function isPure(sourceCode: SourceCode, expression: Node): boolean {
  let isPureSoFar = true;
  walk(sourceCode, expression, (node) => {
    switch (node.type) {
      case 'AssignmentExpression':
      case 'UpdateExpression':
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'ImportExpression':
      case 'TaggedTemplateExpression':
        isPureSoFar = false;
        break;
      case 'UnaryExpression':
        isPureSoFar &&= node.operator !== 'delete';
        break;
      case 'NewExpression':
        isPureSoFar &&= node.callee.type === 'Identifier' && COPIES.has(node.callee.name);
        break;
      case 'CallExpression':
        isPureSoFar &&= isLook(node.callee);
        break;
      case 'BlockStatement':
        isPureSoFar = false;
        break;
      default:
    }
    return isPureSoFar;
  });
  return isPureSoFar;
}

/** What is over in an expression before `point` begins is pure, leaving out the given parts. */
export function isPureBefore(
  sourceCode: SourceCode,
  expression: Node,
  point: Node,
  without: readonly Node[],
): boolean {
  let isPureSoFar = true;
  walk(sourceCode, expression, (node) => {
    if (without.includes(node)) return false;
    if (node.range[0] >= point.range[0] || isFunction(node)) return false;
    if (node.range[1] > point.range[0]) return isPureSoFar;
    isPureSoFar &&= isPure(sourceCode, node);
    return false;
  });
  return isPureSoFar;
}

const COPIES: ReadonlySet<string> = new Set(['Array', 'Map', 'Set', 'Object']);

const LOOKS: ReadonlySet<string> = new Set([
  'at',
  'concat',
  'entries',
  'every',
  'filter',
  'find',
  'findIndex',
  'flat',
  'flatMap',
  'get',
  'has',
  'includes',
  'indexOf',
  'join',
  'keys',
  'map',
  'slice',
  'some',
  'toReversed',
  'toSorted',
  'toSpliced',
  'toString',
  'trim',
  'values',
  'with',
]);

/** Methods of arrays, maps, sets and strings that change nothing, by name, and functions of the language. */
function isLook(callee: Node): boolean {
  if (callee.type === 'Identifier')
    return /^(?:Number|String|Boolean|Symbol|parseInt|parseFloat|structuredClone)$/u.test(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  const name = memberName(callee);
  if (name === undefined) return false;
  if (
    callee.object.type === 'Identifier' &&
    /^(?:Math|Number|Object|Array|String|JSON)$/u.test(callee.object.name)
  )
    return name !== 'assign' && name !== 'defineProperty' && name !== 'freeze';
  return LOOKS.has(name);
}
