/** `SETNX` gives 1 or 0, `SET … NX` gives `OK` or null: says the one where the other was looked at. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, SourceCode } from '../code/nodes.js';
import { isReassigned, usesOf, variableOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { rangeOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import type { LockCall } from './calls.js';

/** @param text The new call. */
export function adaptResult(
  sourceCode: SourceCode,
  { call }: LockCall,
  text: string,
): TextEdit[] | undefined {
  const waited = call.parent;
  if (waited.type !== 'AwaitExpression') return undefined;
  const { quote } = styleOf(sourceCode);
  const tests = (got: boolean): string => `(await ${text}) ${got ? '===' : '!=='} ${quote}OK${quote}`;
  const { parent } = waited;
  const test = testAround(waited);
  if (test) {
    const isBare = test.node === waited && parent.type === 'UnaryExpression';
    return [{ range: rangeOf(test.node), text: isBare ? `(${tests(test.got)})` : tests(test.got) }];
  }
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.id.typeAnnotation)
    return undefined;
  const variable = variableOf(sourceCode, parent.id);
  if (!variable || isReassigned(variable)) return undefined;
  const edits: TextEdit[] = [{ range: rangeOf(waited), text: tests(true) }];
  for (const { identifier } of usesOf(variable)) {
    const use = testAround(identifier);
    if (!use) return undefined;
    if (use.node !== identifier && use.node.type === 'BinaryExpression') {
      const name = parent.id.name;
      const negated = use.node.parent.type === 'UnaryExpression' ? `(!${name})` : `!${name}`;
      edits.push({ range: rangeOf(use.node), text: use.got ? name : negated });
    }
  }
  return edits;
}

interface Test {
  /** All that tests it. */
  readonly node: Node;
  /** It holds where the lock was got. */
  readonly got: boolean;
}

/** `x`, `!x`, `x === 1`, `x !== 0`, as the test of a statement or an operand of one. */
function testAround(value: Node): Test | undefined {
  const { parent } = value;
  if (!parent) return undefined;
  if (parent.type === 'BinaryExpression' && parent.left === value) return comparison(parent);
  if (parent.type === 'UnaryExpression' && parent.operator === '!')
    return value.type === 'Identifier' ? { node: value, got: true } : { node: parent, got: false };
  const isTest =
    (parent.type === 'IfStatement' ||
      parent.type === 'WhileStatement' ||
      parent.type === 'ConditionalExpression') &&
    parent.test === value;
  return isTest ? { node: value, got: true } : undefined;
}

function comparison(node: TSESTree.BinaryExpression): Test | undefined {
  if (node.right.type !== 'Literal' || (node.right.value !== 0 && node.right.value !== 1)) return undefined;
  const isEqual = node.operator === '===' || node.operator === '==';
  if (!isEqual && node.operator !== '!==' && node.operator !== '!=') return undefined;
  return { node, got: isEqual === (node.right.value === 1) };
}
