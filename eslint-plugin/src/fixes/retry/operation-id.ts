/** Makes the id of an operation once, before the first try, and hands it over with each. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RaceOf } from '../../analysis/race.js';
import { addImport } from '../code/declarations.js';
import {
  ancestorsOf,
  findCall,
  findExpression,
  isBlock,
  isFunction,
  isWithin,
  some,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { isLoop, startWithComments } from '../code/region.js';
import { declaratorOf, freshName, isKnownAt, usesOf, variableOf } from '../code/scopes.js';
import { styled, styleOf } from '../code/style.js';
import { indentationAt, textOf } from '../code/text.js';
import type { Rewrite, TextEdit } from '../rewrite.js';

const TITLE = 'Make the operation id once, before the first try';

export function rewriteToOperationId(
  race: RaceOf<'unkeyed-retry'>,
  sourceCode: SourceCode,
): Rewrite | undefined {
  const operation = findCall(sourceCode, race.place) ?? findExpression(sourceCode, race.place);
  const start = operation && startOfRetry(operation, race);
  if (!operation || !start) return undefined;
  const edits = race.renewed
    ? hoisted(race.renewed, start, sourceCode)
    : race.idPlace && operation.type === 'CallExpression'
      ? added(operation, race.idPlace.property, start, sourceCode)
      : undefined;
  return edits && { title: TITLE, edits };
}

/** The statement that starts the tries. */
function startOfRetry(operation: Node, { retried }: RaceOf<'unkeyed-retry'>): TSESTree.Statement | undefined {
  let retry: Node | undefined;
  for (const ancestor of ancestorsOf(operation)) {
    const isRetried = ancestor.range[0] === retried.start && ancestor.range[1] === retried.end;
    if (isRetried && (isLoop(ancestor) || ancestor.type === 'CallExpression')) retry = ancestor;
    // A function of the file that retries is handed the operation.
    else if (
      isFunction(ancestor) &&
      !retry &&
      ancestor.parent.type === 'CallExpression' &&
      (ancestor.range[0] < retried.start || retried.end < ancestor.range[1])
    )
      retry = ancestor.parent;
    if (retry) break;
    if (isFunction(ancestor) && ancestor.parent.type !== 'CallExpression') return undefined;
  }
  if (!retry) return undefined;
  for (const ancestor of [retry, ...ancestorsOf(retry)]) {
    if (isFunction(ancestor)) return undefined;
    if (ancestor.parent && isBlock(ancestor.parent) && ancestor.parent.type !== 'StaticBlock')
      return ancestor.parent.body.find(
        (statement): statement is TSESTree.Statement => statement === ancestor,
      );
  }
  return undefined;
}

/** The id is made in the round: it is made before the first one instead. */
function hoisted(
  range: NonNullable<RaceOf<'unkeyed-retry'>['renewed']>,
  start: TSESTree.Statement,
  sourceCode: SourceCode,
): readonly TextEdit[] | undefined {
  const id = findExpression(sourceCode, range);
  if (!id) return undefined;
  if (id.type === 'Identifier') return declarationMoved(id, start, sourceCode);
  if (!isMaking(id) || !isKnownAt(sourceCode, id, start)) return undefined;
  const name = freshName(sourceCode, 'operationId');
  const isShorthand = id.parent?.type === 'Property' && id.parent.shorthand;
  if (isShorthand) return undefined;
  return [
    declaration(name, textOf(sourceCode, id), start, sourceCode),
    { range: { start: id.range[0], end: id.range[1] }, text: name },
  ];
}

/** `const key = randomUUID();` in the round. */
function declarationMoved(
  id: TSESTree.Identifier,
  start: TSESTree.Statement,
  sourceCode: SourceCode,
): readonly TextEdit[] | undefined {
  const variable = variableOf(sourceCode, id);
  const declarator = variable && declaratorOf(variable);
  const statement = declarator?.parent;
  if (!variable || !declarator?.init || statement?.type !== 'VariableDeclaration') return undefined;
  if (statement.kind !== 'const' || statement.declarations.length !== 1 || !isWithin(statement, start))
    return undefined;
  if (!isMaking(declarator.init) || !isKnownAt(sourceCode, declarator.init, start)) return undefined;
  // The name must be free where it goes.
  const taken = sourceCode.getScope(start).set.get(variable.name);
  if (taken || usesOf(variable).length === 0) return undefined;
  const { text } = sourceCode;
  const lineStart = text.lastIndexOf('\n', statement.range[0] - 1) + 1;
  const lineEnd = text.indexOf('\n', statement.range[1]) + 1;
  if (
    text.slice(lineStart, statement.range[0]).trim() !== '' ||
    text.slice(statement.range[1], lineEnd).trim() !== ''
  )
    return undefined;
  const indentation = indentationAt(sourceCode, start.range[0]);
  const at = startWithComments(sourceCode, start);
  const moved = textOf(sourceCode, statement) + styleOf(sourceCode).newline + indentation;
  return [
    { range: { start: at, end: at }, text: moved },
    { range: { start: lineStart, end: lineEnd }, text: '' },
  ];
}

/** A call that makes an id out of nothing. */
function isMaking(node: Node): boolean {
  return node.type === 'CallExpression' && node.arguments.every((argument) => argument.type === 'Literal');
}

/** The operation takes an id in its options, and has none yet. */
function added(
  operation: TSESTree.CallExpression,
  property: string,
  start: TSESTree.Statement,
  sourceCode: SourceCode,
): readonly TextEdit[] | undefined {
  const last = operation.arguments.at(-1);
  if (!last || last.type === 'SpreadElement' || usesTrailingComma(operation, sourceCode)) return undefined;
  const name = freshName(sourceCode, 'operationId');
  const { name: make, edits } = addImport(sourceCode, 'node:crypto', 'randomUUID');
  return [
    ...edits,
    declaration(name, `${make}()`, start, sourceCode),
    { range: { start: last.range[1], end: last.range[1] }, text: `, { ${property}: ${name} }` },
  ];
}

function usesTrailingComma(operation: TSESTree.CallExpression, sourceCode: SourceCode): boolean {
  return (
    sourceCode.getLastToken(operation, 1)?.value === ',' ||
    some(sourceCode, operation, (node) => node.type === 'JSXElement')
  );
}

function declaration(
  name: string,
  code: string,
  start: TSESTree.Statement,
  sourceCode: SourceCode,
): TextEdit {
  const style = styleOf(sourceCode);
  const at = startWithComments(sourceCode, start);
  const line = `${styled(`const ${name} = `, style)}${code}${style.semicolons ? ';' : ''}`;
  return {
    range: { start: at, end: at },
    text: line + style.newline + indentationAt(sourceCode, start.range[0]),
  };
}
