/**
 * Replaces the file in one step instead of writing into it, so that who reads without the lock sees the old or
 * the new content and never a half. Source: https://github.com/npm/write-file-atomic
 */
import type { Access } from '../../analysis/race.js';
import { addDefaultImport } from '../code/declarations.js';
import { findCall, type Node, type SourceCode } from '../code/nodes.js';
import { usesOf, variableOf } from '../code/scopes.js';
import { rangeOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

/** The edits that turn a promised `writeFile(path, data)` into an atomic one; none where the call is another one. */
export function writeAtomically(
  sourceCode: SourceCode,
  write: Access,
): { edits: TextEdit[]; import: TextEdit[] } {
  const none = { edits: [], import: [] };
  const call = findCall(sourceCode, write.range);
  if (!call || write.method !== 'writeFile' || write.resource.store !== 'fs') return none;
  const [, , options] = call.arguments;
  // Flags and modes say something else than "replace it".
  if (call.arguments.length > 3 || (options && options.type !== 'Literal')) return none;
  if (call.arguments.length < 2 || call.arguments.some((argument) => argument.type === 'SpreadElement'))
    return none;
  if (
    call.parent.type !== 'AwaitExpression' &&
    call.parent.type !== 'ReturnStatement' &&
    call.parent.type !== 'ArrowFunctionExpression'
  )
    return none;
  const unused = dropUnused(sourceCode, call.callee);
  if (!unused) return none;
  const imported = addDefaultImport(sourceCode, 'write-file-atomic', 'writeFileAtomic');
  return {
    edits: [{ range: rangeOf(call.callee), text: imported.name }],
    import: [...imported.edits, ...unused],
  };
}

/** The edits that drop an import which only this call uses; undefined where it cannot be dropped. */
function dropUnused(sourceCode: SourceCode, callee: Node): TextEdit[] | undefined {
  const variable = callee.type === 'Identifier' ? variableOf(sourceCode, callee) : undefined;
  if (!variable || usesOf(variable).length > 1) return [];
  const specifier = variable.defs[0]?.node;
  const { parent } = specifier ?? {};
  if (
    specifier?.type !== 'ImportSpecifier' ||
    parent?.type !== 'ImportDeclaration' ||
    parent.specifiers.length < 2
  )
    return undefined;
  const before = sourceCode.getTokenBefore(specifier);
  const after = sourceCode.getTokenAfter(specifier);
  if (after?.value === ',') {
    const next = sourceCode.getTokenAfter(after);
    return [{ range: { start: specifier.range[0], end: (next ?? after).range[0] }, text: '' }];
  }
  return before?.value === ','
    ? [{ range: { start: before.range[0], end: specifier.range[1] }, text: '' }]
    : undefined;
}
