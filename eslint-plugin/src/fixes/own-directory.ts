/** A directory that the system makes for this call alone: `join(tmpdir(), 'a.txt')` below one of its own. */
import type { TSESTree } from '@typescript-eslint/utils';
import { addImport } from './code/declarations.js';
import { styleOf } from './code/style.js';
import { edited, rangeOf, textOf } from './code/text.js';
import { calledName, constantText, lastConstant, tempPathOf } from './files/temp-path.js';
import type { RewriteOf } from './rewrite.js';

export const rewriteToOwnDirectory: RewriteOf<'shared-temp-path'> = (race, sourceCode) => {
  const path = tempPathOf(sourceCode, race.write);
  if (!path?.owner.async || path.expression.type !== 'CallExpression') return undefined;
  const { expression } = path;
  const [folder] = expression.arguments;
  if (!folder || !/(?:^|\.)join$/u.test(calledName(expression)) || !isTempFolder(folder)) return undefined;
  const constant = lastConstant(expression);
  const prefix = constant && constantText(constant).replace(/\.\w+$/u, '');
  if (prefix === undefined || !/^[\w-]+$/u.test(prefix)) return undefined;
  const { quote } = styleOf(sourceCode);
  const mkdtemp = addImport(sourceCode, 'node:fs/promises', 'mkdtemp');
  const inner = `${textOf(sourceCode, expression.callee)}(${textOf(sourceCode, folder)}, ${quote}${prefix}-${quote})`;
  const text = edited(sourceCode.text, rangeOf(expression), [
    { range: rangeOf(folder), text: `await ${mkdtemp.name}(${inner})` },
  ]);
  return {
    title: 'Put the file into a directory of its own, made by `mkdtemp`',
    edits: [...path.replaced(text), ...mkdtemp.edits],
  };
};

function isTempFolder(node: TSESTree.CallExpressionArgument): boolean {
  return node.type === 'CallExpression' && /(?:^|\.)tmpdir$/u.test(calledName(node));
}
