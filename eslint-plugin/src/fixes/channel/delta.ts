/** Returning only what is new: for channels whose reducer adds it to what they hold. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RaceOf, SourceRange } from '../../analysis/race.js';
import {
  enclosingFunction,
  findExpression,
  memberName,
  withoutTypes,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { declaratorOf, isReassigned, variableOf } from '../code/scopes.js';
import { rangeOf, textOf } from '../code/text.js';
import { withoutUnused } from '../code/unused.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';

export const rewriteToDelta: RewriteOf<'unreduced-channel'> = (race, sourceCode) => {
  if (race.fault !== 'repeated') return undefined;
  const edits = deltaAt(race.place, race, sourceCode) ?? withoutState(race, sourceCode);
  return edits && { title: `Return only what is new in \`${race.channel}\``, edits };
};

/** The edits that leave of a returned value what does not come from the channel. */
export function deltaAt(
  at: SourceRange,
  { channel }: RaceOf<'unreduced-channel'>,
  sourceCode: SourceCode,
): readonly TextEdit[] | undefined {
  const found = findExpression(sourceCode, at);
  if (!found) return undefined;
  const node = withoutTypes(found);
  const text = deltaOf(node, channel, sourceCode);
  if (text === undefined) return undefined;
  const unused = withoutUnused(sourceCode, node, text);
  return unused && [...unused, { range: rangeOf(node), text }];
}

function deltaOf(node: Node, channel: string, sourceCode: SourceCode): string | undefined {
  const isHeld = (each: Node): boolean => isChannel(each, channel, sourceCode);
  if (node.type === 'ArrayExpression') {
    const rest = node.elements.filter(
      (element) => !(element?.type === 'SpreadElement' && isHeld(element.argument)),
    );
    if (rest.length === node.elements.length || sourceCode.getCommentsInside(node).length > 0)
      return undefined;
    return `[${rest.map((element) => (element ? textOf(sourceCode, element) : '')).join(', ')}]`;
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const [added, ...others] = node.arguments;
    if (memberName(node.callee) !== 'concat' || others.length > 0 || !isHeld(node.callee.object))
      return undefined;
    return added?.type === 'ArrayExpression' ? textOf(sourceCode, added) : undefined;
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    if (isHeld(node.left)) return textOf(sourceCode, node.right);
    return isHeld(node.right) ? textOf(sourceCode, node.left) : undefined;
  }
  return undefined;
}

/** `state.items`, `items` of the state, or a constant that is set to one of them. */
function isChannel(node: Node, channel: string, sourceCode: SourceCode, depth = 0): boolean {
  const plain = withoutTypes(node);
  if (depth > 3) return false;
  if (plain.type === 'MemberExpression') return memberName(plain) === channel;
  if (plain.type === 'LogicalExpression') return isChannel(plain.left, channel, sourceCode, depth + 1);
  if (plain.type !== 'Identifier') return false;
  const variable = variableOf(sourceCode, plain);
  if (!variable || isReassigned(variable)) return false;
  const init = declaratorOf(variable)?.init;
  const [definition] = variable.defs;
  if (definition?.type === 'Parameter' || declaratorOf(variable)?.id.type === 'ObjectPattern')
    return variable.name === channel;
  return init !== null && init !== undefined && isChannel(init, channel, sourceCode, depth + 1);
}

/** `{ ...state, x }`: what is not returned stays as it is. */
function withoutState(
  race: RaceOf<'unreduced-channel'>,
  sourceCode: SourceCode,
): readonly TextEdit[] | undefined {
  const found = findExpression(sourceCode, race.place);
  const spread = found?.parent;
  if (spread?.type !== 'SpreadElement' || spread.parent.type !== 'ObjectExpression') return undefined;
  if (spread.parent.properties.length < 2 || promisesState(spread, sourceCode)) return undefined;
  const after = sourceCode.getTokenAfter(spread);
  const next = after?.value === ',' ? sourceCode.getTokenAfter(after, { includeComments: true }) : undefined;
  if (!next) return undefined;
  return [{ range: { start: spread.range[0], end: next.range[0] }, text: '' }];
}

/** A function that says it gives the whole state has to. */
function promisesState(node: Node, sourceCode: SourceCode): boolean {
  const owner = enclosingFunction(node);
  const type: TSESTree.TSTypeAnnotation | undefined = owner?.returnType;
  // Parsers leave out what is not there, or say `null`.
  return type ? !/Partial|Update|Command/u.test(textOf(sourceCode, type)) : false;
}
