/** Calls behind which nothing runs, because they throw: always, or unless a condition holds. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionBuilder } from './builder.js';

type Exports = Readonly<Record<string, RegExp>>;

/** Functions that throw to leave a request, by the packages that export them. */
const LEAVING: Exports = {
  'next/navigation': /^(?:notFound|redirect|permanentRedirect|forbidden|unauthorized)$/u,
  '@sveltejs/kit': /^(?:error|redirect)$/u,
};
const ASSERTIONS = /^(?:default|\*|ok|strict)$/u;
/** Functions that throw unless their first argument holds. */
const ASSERTING: Exports = {
  assert: ASSERTIONS,
  'node:assert': ASSERTIONS,
  'assert/strict': ASSERTIONS,
  'node:assert/strict': ASSERTIONS,
  'http-assert': ASSERTIONS,
  invariant: ASSERTIONS,
  'tiny-invariant': ASSERTIONS,
};
/** The names that everybody gives to the context of a request, in Koa and what was made after it. */
const CONTEXT = /^(?:ctx|context)$/u;

/** `ctx.throw(409)`, `notFound()`; `assert(isFree)`, `ctx.assert(isFree, 409)`. */
export function endingOf(
  builder: FunctionBuilder,
  node: TSESTree.Expression,
): 'always' | 'unless' | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  if (callee.type !== 'MemberExpression') {
    if (isExported(builder, callee, LEAVING)) return 'always';
    return isExported(builder, callee, ASSERTING) ? 'unless' : undefined;
  }
  const { object, property } = callee;
  if (callee.computed || property.type !== 'Identifier') return undefined;
  if (property.name === 'ok' && isExported(builder, object, ASSERTING)) return 'unless';
  if (!CONTEXT.test(lastNameOf(object))) return undefined;
  if (property.name === 'throw') return 'always';
  return property.name === 'assert' ? 'unless' : undefined;
}

/** `ctx`, also of `this.ctx`. */
function lastNameOf(node: TSESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : '';
}

function isExported(builder: FunctionBuilder, node: TSESTree.Node, group: Exports): boolean {
  if (node.type !== 'Identifier') return false;
  const { imported } = builder.module.bindings.variableOf(node);
  return imported !== undefined && (group[imported.source]?.test(imported.name) ?? false);
}
