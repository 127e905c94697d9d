/**
 * Keeps the promise of what is being made, while it is being made, in a place beside: callers that come meanwhile
 * wait for the same one. It is dropped when it has ended, so that a failure is not kept and the next caller tries
 * again; what was made is in its own place by then.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../../analysis/race.js';
import { isBlock, isWithin, some, type SourceCode } from '../code/nodes.js';
import { rangeOfRegion } from '../code/region.js';
import { declaratorOf, variableOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { edited, hang, indentationAt, rangeOf, textOf } from '../code/text.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';
import { classAround, fieldOf } from './class-member.js';
import { findMaking, isPlace, type Making } from './making.js';
import { names, placeOf, type Place } from './place.js';
import { promiseHome } from './promise-home.js';
import { effectsElsewhere } from './rivals.js';

export const rewriteToKeptPromise: RewriteOf<'stale-write'> = (race, sourceCode) => {
  if (race.shape !== 'lazy-init' && race.shape !== 'flag') return undefined;
  if (race.write.via || race.read.via) return undefined;
  const place = placeOf(sourceCode, race);
  const making = place && findMaking(sourceCode, place, race.shape === 'flag');
  // A flag that the function takes back turns others away: they do not wait for the end.
  if (!making || (making.isFlag && isTakenBack(sourceCode, place, making))) return undefined;
  const elsewhere = effectsElsewhere(sourceCode, place, making.parts);
  if (elsewhere === 'set') return undefined;
  const ending = endingOf(sourceCode, place, making, elsewhere === 'clear');
  const home = ending && promiseHome(sourceCode, place, making.isFlag);
  if (!home) return undefined;
  return {
    title: 'Keep the promise while it is on its way, so that all callers share it',
    edits: [...home.edits, write(sourceCode, place, making, ending, home.reference)],
  };
};

function isTakenBack(sourceCode: SourceCode, place: Place, { parts }: Making): boolean {
  return some(
    sourceCode,
    place.owner,
    (node) =>
      node.type === 'AssignmentExpression' &&
      isPlace(sourceCode, node.left, place) &&
      !parts.some((part) => isWithin(node, part)),
  );
}

/** What the caller does with the promise: return it, wait for it, or take the value from it. */
type Ending = 'return' | 'await' | 'assign';

/**
 * @param isCleared Somebody empties the place, which can be before this caller goes on.
 */
function endingOf(
  sourceCode: SourceCode,
  place: Place,
  { isFlag, assignment, rest, form }: Making,
  isCleared: boolean,
): Ending | undefined {
  const [next] = rest;
  if (isFlag)
    return next && form === 'after' && next.type === 'ReturnStatement' && next.argument ? undefined : 'await';
  const argument = next?.type === 'ReturnStatement' ? next.argument : undefined;
  const isMade =
    argument &&
    (isPlace(sourceCode, argument, place) ||
      textOf(sourceCode, argument) === textOf(sourceCode, assignment.right));
  if (isMade) return 'return';
  const isUsed = rest.some((each) => names(sourceCode, each, place));
  if (!isUsed) return 'await';
  if (isCleared) return undefined;
  // Only TypeScript has to be told that it is there now.
  return styleOf(sourceCode).typescript ? 'assign' : 'await';
}

function write(
  sourceCode: SourceCode,
  place: Place,
  making: Making,
  ending: Ending,
  promise: string,
): TextEdit {
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const { form, body } = making;
  const [first] = body;
  const [part] = making.parts;
  if (!first || !part) throw new RangeError('Something is made by statements');
  const target = textOf(sourceCode, place.target);
  const outer = indentationAt(sourceCode, part.range[0]);
  const isOwnBlock = form !== 'after';
  const base = isOwnBlock ? outer + indent : outer;
  const last = {
    return: `return ${promise}`,
    await: `await ${promise}`,
    assign: `${target} = await ${promise}`,
  };
  const lines = [
    `${promise} ??= (async () => ${made(sourceCode, making, ending, base)})().finally(() => {`,
    `${indent}${promise} = undefined${end}`,
    `})${end}`,
    `${last[ending]}${end}`,
  ];
  const code = lines.join(newline + base);
  if (form === 'after') {
    const block = first.parent;
    if (!isBlock(block)) throw new RangeError('Statements stand in a block');
    const index = block.body.indexOf(first);
    const isReturned = ending === 'return';
    const range = rangeOfRegion(sourceCode, {
      block,
      first: index,
      last: index + body.length - (isReturned ? 0 : 1),
    });
    return { range, text: code };
  }
  if (form === 'operator') {
    const test = `${target} ${nothingFor(sourceCode, place)}`;
    return { range: rangeOf(part), text: `if (${test}) {${newline}${base}${code}${newline}${outer}}` };
  }
  if (part.type !== 'IfStatement') throw new RangeError('A block belongs to a condition');
  const head = { start: part.consequent.range[0], end: part.consequent.range[1] };
  return { range: head, text: `{${newline}${base}${code}${newline}${outer}}` };
}

/** The body of the function that makes it: an expression where it is no more than one. */
function made(
  sourceCode: SourceCode,
  { body, assignment, form }: Making,
  ending: Ending,
  base: string,
): string {
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const [first] = body;
  const last = body.at(-1);
  const isGiven = ending !== 'await';
  if (!first || !last) throw new RangeError('Something is made by statements');
  const block = first.parent;
  const range =
    isBlock(block) && form !== 'operator'
      ? rangeOfRegion(sourceCode, {
          block,
          first: block.body.indexOf(first),
          last: block.body.indexOf(last),
        })
      : rangeOf(first);
  const edits = form === 'operator' ? [{ range: operatorOf(sourceCode, assignment), text: '=' }] : [];
  const isBare = range.start === first.range[0] && range.end === first.range[1];
  if (body.length === 1 && isGiven && isBare)
    return `(${edited(sourceCode.text, rangeOf(assignment), edits)})`;
  const from = indentationAt(sourceCode, first.range[0]);
  const value = assignment.right.type === 'Identifier' ? assignment.right : assignment.left;
  const text = edited(sourceCode.text, range, edits).replaceAll(`\n${from}`, '\n');
  const inner = newline + base + indent;
  return (
    ['{', hang(text, base + indent), ...(isGiven ? [`return ${textOf(sourceCode, value)}${end}`] : [])].join(
      inner,
    ) + `${newline}${base}}`
  );
}

function operatorOf(sourceCode: SourceCode, { left, operator }: TSESTree.AssignmentExpression): SourceRange {
  const token = sourceCode.getTokenAfter(left, ({ value }) => value === operator);
  if (!token) throw new RangeError('An assignment has an operator');
  return { start: token.range[0], end: token.range[1] };
}

/** How the place says that there is nothing: as it was declared. */
function nothingFor(sourceCode: SourceCode, { target }: Place): string {
  const variable = target.type === 'Identifier' ? variableOf(sourceCode, target) : undefined;
  const body = variable ? undefined : classAround(target)?.body;
  const declaration = (variable && declaratorOf(variable)) ?? (body && fieldOf(body, target));
  if (!declaration || /\bnull\b/u.test(textOf(sourceCode, declaration))) return '== null';
  return '=== undefined';
}
