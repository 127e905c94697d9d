/** Calls of the file system as the source writes them. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Access } from '../../analysis/race.js';
import { findCall, memberName, type Node, type SourceCode } from '../code/nodes.js';
import { addImport } from '../code/declarations.js';
import { freshName, usesOf, variableOf, type Variable } from '../code/scopes.js';
import { rangeOf, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

export interface FileCall {
  readonly call: TSESTree.CallExpression;
  /** The name that the library gives it. */
  readonly method: string;
  readonly args: readonly Node[];
  /** The callback that comes last. */
  readonly callback?: Node;
}

/** Libraries that have Node's functions with Node's arguments. */
const NODE_LIKE = new Set(['fs', 'fs-extra']);

/** The call of an access; undefined where it stands in another file, or is not one of Node's functions. */
export function fileCall(sourceCode: SourceCode, access: Access): FileCall | undefined {
  const call = NODE_LIKE.has(access.resource.store) ? findCall(sourceCode, access.range) : undefined;
  if (!call || call.optional || call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const { callee } = call;
  if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return undefined;
  if (callee.type === 'MemberExpression' && memberName(callee) !== access.method) return undefined;
  const last = call.arguments.at(-1);
  const isCallback =
    last?.type === 'ArrowFunctionExpression' ||
    last?.type === 'FunctionExpression' ||
    (last?.type === 'Identifier' && /^(?:cb|callback|done|next|fn)$/u.test(last.name));
  return {
    call,
    method: access.method,
    args: isCallback ? call.arguments.slice(0, -1) : call.arguments,
    ...(isCallback && { callback: last }),
  };
}

/**
 * Gives a property to the options of a call, which stand at a position.
 * @param plain The property that a plain value there stands for, e.g. `encoding` of `'utf8'`.
 */
export function withOption(
  sourceCode: SourceCode,
  { args }: FileCall,
  at: number,
  option: string,
  plain: string,
): TextEdit[] | undefined {
  const options = args[at];
  const before = args[at - 1];
  if (!options) {
    if (!before) return undefined;
    const end = before.range[1];
    return [{ range: { start: end, end }, text: `, { ${option} }` }];
  }
  if (options.type === 'ObjectExpression') {
    const name = option.split(':')[0];
    const [first] = options.properties;
    const isThere = options.properties.some(
      (property) => property.type !== 'Property' || textOf(sourceCode, property.key) === name,
    );
    if (isThere) return undefined;
    if (!first) return [{ range: rangeOf(options), text: `{ ${option} }` }];
    const start = first.range[0];
    return [{ range: { start, end: start }, text: `${option}, ` }];
  }
  if (options.type !== 'Literal') return undefined;
  return [{ range: rangeOf(options), text: `{ ${plain}: ${textOf(sourceCode, options)}, ${option} }` }];
}

/** Calls another function of the same module, importing it where functions are imported one by one. */
export function withMethod(
  sourceCode: SourceCode,
  { call, method }: FileCall,
  other: string,
): TextEdit[] | undefined {
  const { callee } = call;
  if (callee.type === 'MemberExpression')
    return callee.computed ? undefined : [{ range: rangeOf(callee.property), text: other }];
  if (callee.type !== 'Identifier') return undefined;
  const variable = variableOf(sourceCode, callee);
  const source = variable && moduleOf(variable.defs[0]?.node, variable.defs[0]?.parent);
  if (!variable || source === undefined) return undefined;
  const imported = addImport(sourceCode, source, other);
  if (usesOf(variable).length > 1)
    return [...imported.edits, { range: rangeOf(callee), text: imported.name }];
  // The name is imported for this call alone: another one takes its place.
  const specifier = specifierOf(variable.defs[0]);
  const isPlain = specifier && textOf(sourceCode, specifier) === method;
  if (!isPlain || imported.edits.length === 0 || freshName(sourceCode, other) !== other) return undefined;
  return [
    { range: rangeOf(specifier), text: other },
    { range: rangeOf(callee), text: other },
  ];
}

/** What names it in an import, or in a pattern of a `require`. */
function specifierOf(definition: Variable['defs'][number] | undefined): Node | undefined {
  if (definition?.node.type === 'ImportSpecifier') return definition.node;
  return definition?.name.parent;
}

/** The module that an import, or a `require` that is taken apart, names. */
function moduleOf(node: Node | undefined, parent: Node | null | undefined): string | undefined {
  if (node?.type === 'ImportSpecifier' && parent?.type === 'ImportDeclaration') return parent.source.value;
  if (node?.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression') return undefined;
  const [source] = node.init.arguments;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}
