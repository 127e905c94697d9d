/** On the way from a stored count to the next one: what an expression or a variable holds. */
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, some, withoutTypes, type Node, type SourceCode } from '../code/nodes.js';
import { variableOf, type Variable } from '../code/scopes.js';
import { textOf } from '../code/text.js';
import type { KeyRead } from '../redis/calls.js';

/**
 * - `raw`: what the store gave;
 * - `count`: the same as a number, 0 where there is none;
 * - `next`: the count with the step added;
 * - `text`: the same as a string.
 */
export type Stage = 'raw' | 'count' | 'next' | 'text';

/** Tells stages apart for one read, given those of the variables met so far. */
export class Stages {
  readonly variables = new Map<Variable, Stage>();
  /** The reader takes whole numbers only: `parseInt`. */
  isWhole = false;
  /** The sum, as it is written where it is made. */
  sum: string | undefined;

  constructor(
    private readonly sourceCode: SourceCode,
    private readonly read: KeyRead,
  ) {}

  of(node: Node): Stage | undefined {
    switch (node.type) {
      case 'AwaitExpression':
        return this.of(node.argument);
      case 'Identifier': {
        const variable = variableOf(this.sourceCode, node);
        return variable && this.variables.get(variable);
      }
      case 'CallExpression':
        return node === this.read.call ? 'raw' : this.ofCall(node);
      case 'LogicalExpression':
        return this.ofDefault(node);
      case 'ConditionalExpression':
        return this.ofChoice(node);
      case 'UnaryExpression':
        return node.operator === '+' ? this.asNumber(node.argument) : undefined;
      case 'BinaryExpression':
        return this.ofSum(node);
      case 'TemplateLiteral': {
        const [only] = node.expressions;
        const isAll = node.expressions.length === 1 && node.quasis.every((quasi) => quasi.value.raw === '');
        return only && isAll ? this.asText(only) : undefined;
      }
      default: {
        const plain = withoutTypes(node);
        return plain === node ? undefined : this.of(plain);
      }
    }
  }

  mentions(node: Node): boolean {
    return some(this.sourceCode, node, (each) => {
      if (each === this.read.call) return true;
      const variable = each.type === 'Identifier' ? variableOf(this.sourceCode, each) : undefined;
      return variable !== undefined && this.variables.has(variable);
    });
  }

  private ofCall({ callee, arguments: [first] }: TSESTree.CallExpression): Stage | undefined {
    const plain = withoutTypes(callee);
    const isNumberMethod =
      plain.type === 'MemberExpression' &&
      plain.object.type === 'Identifier' &&
      plain.object.name === 'Number';
    const name =
      plain.type === 'Identifier'
        ? plain.name
        : plain.type === 'MemberExpression'
          ? memberName(plain)
          : undefined;
    if (name === 'toString' && plain.type === 'MemberExpression' && !first) return this.asText(plain.object);
    if (!first || (plain.type !== 'Identifier' && !isNumberMethod)) return undefined;
    switch (name) {
      case 'Number':
      case 'parseFloat':
        return this.asNumber(first);
      case 'parseInt': {
        const stage = this.asNumber(first);
        this.isWhole ||= stage !== undefined;
        return stage;
      }
      case 'String':
        return this.asText(first);
      default:
        return undefined;
    }
  }

  private asNumber(node: Node): Stage | undefined {
    const stage = this.of(node);
    return stage === 'raw' || stage === 'count' ? 'count' : undefined;
  }

  private asText(node: Node): Stage | undefined {
    const stage = this.of(node);
    return stage === 'next' || stage === 'text' ? 'text' : undefined;
  }

  /** `raw ?? '0'`, `count || 0`. */
  private ofDefault({ left, right, operator }: TSESTree.LogicalExpression): Stage | undefined {
    if (operator === '&&' || !isZero(right)) return undefined;
    const stage = this.of(left);
    if (stage !== 'raw') return stage === 'count' ? stage : undefined;
    // Upstash gives numbers; from the others `raw ?? 0` may still be a string.
    return this.read.dialect === 'upstash' && isNumber(right) ? 'count' : 'raw';
  }

  /** `raw ? Number(raw) : 0`, `raw ? Number(raw) + 1 : 1`. */
  private ofChoice({ test, consequent, alternate }: TSESTree.ConditionalExpression): Stage | undefined {
    if (!this.isPresenceTest(test)) return undefined;
    for (const [some, none] of [
      [consequent, alternate],
      [alternate, consequent],
    ] as const) {
      const stage = this.of(some);
      if ((stage === 'count' || stage === 'raw') && isZero(none)) return stage;
      if (
        stage === 'next' &&
        isNumber(none) &&
        this.sum?.endsWith(`+ ${textOf(this.sourceCode, none)}`) === true
      )
        return stage;
    }
    return undefined;
  }

  /** `raw`, `raw === null`, `raw !== undefined`. */
  private isPresenceTest(test: Node): boolean {
    if (test.type === 'UnaryExpression' && test.operator === '!') return this.isPresenceTest(test.argument);
    if (test.type !== 'BinaryExpression') return this.of(test) === 'raw';
    const { left, right, operator } = test;
    const isAbsence =
      (right.type === 'Literal' && right.value === null) ||
      (right.type === 'Identifier' && right.name === 'undefined');
    return /^[!=]==?$/u.test(operator) && isAbsence && this.of(left) === 'raw';
  }

  private ofSum(node: TSESTree.BinaryExpression): Stage | undefined {
    const { left, right, operator } = node;
    if (operator !== '+' && operator !== '-') return undefined;
    const isSum = this.isSummand(left, operator) && !this.mentions(right);
    const isReversed = operator === '+' && this.isSummand(right, operator) && !this.mentions(left);
    if (!isSum && !isReversed) return undefined;
    this.sum = textOf(this.sourceCode, node);
    return 'next';
  }

  /** A string on either side of `+` joins texts; `-` always counts. */
  private isSummand(node: Node, operator: '+' | '-'): boolean {
    const stage = this.of(node);
    return stage === 'count' || (stage === 'raw' && operator === '-');
  }
}

function isZero(node: Node): boolean {
  return node.type === 'Literal' && (node.value === 0 || node.value === '0');
}

function isNumber(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number';
}
