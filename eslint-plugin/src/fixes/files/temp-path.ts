/** The expression that names a scratch file, and everything in the function that means the same path. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Access } from '../../analysis/race.js';
import {
  enclosingFunction,
  findCall,
  isWithin,
  some,
  walk,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { regionAround, startWithComments } from '../code/region.js';
import { declaratorOf, freshName, isKnownAt, isReassigned, usesOf, variableOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { indentationAt, rangeOf, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';

export interface TempPath {
  readonly owner: FunctionNode;
  /** The expression that makes the path. */
  readonly expression: Node;
  /** The edits that put another text in its place, wherever the function says it. */
  replaced(text: string): readonly TextEdit[];
}

const PATH_AT: Readonly<Record<string, number>> = { copyFile: 1, copy: 1, cp: 1, rename: 1, move: 1 };

/** Undefined where others rely on the name, or the function does nothing more with the file. */
export function tempPathOf(sourceCode: SourceCode, write: Access): TempPath | undefined {
  const call = findCall(sourceCode, write.via ?? write.range);
  const argument = write.via ? undefined : call?.arguments[PATH_AT[write.method.replace(/Sync$/u, '')] ?? 0];
  const owner = call && enclosingFunction(call);
  if (!owner || !argument || argument.type === 'SpreadElement') return undefined;
  if (argument.type === 'Identifier') return ofVariable(sourceCode, argument, owner);
  return ofRepeated(sourceCode, argument, owner);
}

/** `const file = join(tmpdir(), 'a')` in the function itself: whoever uses `file` follows. */
function ofVariable(
  sourceCode: SourceCode,
  identifier: TSESTree.Identifier,
  owner: FunctionNode,
): TempPath | undefined {
  const variable = variableOf(sourceCode, identifier);
  if (!variable) return undefined;
  const declarator = declaratorOf(variable);
  if (!declarator?.init || declarator.id.type !== 'Identifier' || isReassigned(variable)) return undefined;
  const expression = declarator.init;
  const maker = enclosingFunction(declarator);
  // A callback, or the function of a promise, in the one that makes the path.
  if (!maker || !isWithin(owner, maker) || usesOf(variable).length < 2) return undefined;
  if (isSaidElsewhere(sourceCode, expression, [expression])) return undefined;
  return { owner: maker, expression, replaced: (text) => [{ range: rangeOf(expression), text }] };
}

/** The same expression at several places: it is given a name before the first of them. */
function ofRepeated(sourceCode: SourceCode, expression: Node, owner: FunctionNode): TempPath | undefined {
  const text = textOf(sourceCode, expression);
  const same: Node[] = [];
  walk(sourceCode, owner.body, (node) => {
    const isSame = node.type === expression.type && textOf(sourceCode, node) === text;
    if (isSame) same.push(node);
    return !isSame;
  });
  const [first] = same;
  const last = same.at(-1);
  if (!first || !last || same.length < 2 || isSaidElsewhere(sourceCode, expression, same)) return undefined;
  const region = regionAround(first, last);
  const statement = region?.block.body[region.first];
  if (!region || !statement || !isWithin(statement, owner.body)) return undefined;
  if (!isKnownAt(sourceCode, expression, statement)) return undefined;
  const name = freshName(sourceCode, 'ownPath', owner);
  const { newline, semicolons } = styleOf(sourceCode);
  const start = startWithComments(sourceCode, statement);
  const indentation = indentationAt(sourceCode, start);
  return {
    owner,
    expression,
    replaced: (own) => [
      {
        range: { start, end: start },
        text: `const ${name} = ${own}${semicolons ? ';' : ''}${newline}${indentation}`,
      },
      ...same.map((node) => ({ range: rangeOf(node), text: name })),
    ],
  };
}

/** Other code names the same file: by an expression, or within a command's text. */
function isSaidElsewhere(sourceCode: SourceCode, expression: Node, known: readonly Node[]): boolean {
  const constant = lastConstant(expression);
  const said = constant && constantText(constant).replace(/^.*[/\\]/u, '');
  if (said === undefined || said.length < 3 || /^\.\w+$/u.test(said)) return false;
  return some(sourceCode, sourceCode.ast, (node) => {
    if (node.type !== 'Literal' && node.type !== 'TemplateElement') return false;
    return constantText(node).includes(said) && !known.some((each) => isWithin(node, each));
  });
}

/** The last constant text of a path. */
export function lastConstant(expression: Node): TSESTree.Literal | TSESTree.TemplateElement | undefined {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? expression : undefined;
    case 'TemplateLiteral':
      return expression.quasis.findLast((quasi) => quasi.value.raw !== '');
    case 'BinaryExpression':
      return expression.operator === '+' ? lastConstant(expression.right) : undefined;
    case 'CallExpression': {
      const last = expression.arguments.at(-1);
      return last && /(?:^|\.)(?:join|resolve)$/u.test(calledName(expression))
        ? lastConstant(last)
        : undefined;
    }
    default:
      return undefined;
  }
}

export function calledName({ callee }: TSESTree.CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return '';
  return `.${callee.property.name}`;
}

export function constantText(node: TSESTree.Literal | TSESTree.TemplateElement): string {
  if (node.type === 'TemplateElement') return node.value.raw;
  return typeof node.value === 'string' ? node.value : '';
}
