/** Moves the read, and what is computed from it, into the part that is retried. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RaceOf } from '../../analysis/race.js';
import {
  ancestorsOf,
  enclosingFunction,
  findCall,
  findExpression,
  isFunction,
  memberName,
  some,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { endWithComments, startWithComments } from '../code/region.js';
import { declaratorOf, freshName, isKnownAt, variableOf } from '../code/scopes.js';
import { styled, styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt, rangeOf } from '../code/text.js';
import type { Rewrite, TextEdit } from '../rewrite.js';
import { statementsFrom } from './moved.js';
import { roundOf, type Round } from './round.js';

interface Plan {
  readonly round: Round;
  readonly moved: readonly TSESTree.Statement[];
  readonly edits: readonly TextEdit[];
}

export function rewriteToReadInside(
  race: RaceOf<'stale-retry'>,
  sourceCode: SourceCode,
): Rewrite | undefined {
  const plan = planOf(race, sourceCode);
  if (!plan) return undefined;
  const where = plan.round.loop ? 'loop' : 'retried function';
  return { title: `Read and compute inside the ${where}`, edits: plan.edits };
}

/** How often a bounded retry tries. */
const TRIES = 100;

/** The same, for a loop without an end: it gives up after a number of tries, and waits longer before each. */
export function rewriteToBoundedRead(
  race: RaceOf<'stale-retry'>,
  sourceCode: SourceCode,
): Rewrite | undefined {
  const plan = planOf(race, sourceCode);
  const loop = plan?.round.loop;
  if (
    !plan ||
    !loop ||
    !isEndless(loop) ||
    loop.body.type !== 'BlockStatement' ||
    breaks(sourceCode, loop) ||
    counts(sourceCode, loop)
  )
    return undefined;
  const owner = enclosingFunction(loop);
  const [first] = loop.body.body;
  if (!first || owner?.async !== true) return undefined;
  const style = styleOf(sourceCode);
  const attempt = freshName(sourceCode, 'attempt', owner);
  const header = styled(`for (let ${attempt} = 0; ${attempt} < ${TRIES}; ${attempt}++) `, style);
  const wait = styled(
    `if (${attempt} > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 2 ** ${attempt})));`,
    style,
  );
  const give = styled(`throw new Error('Gave up after ${TRIES} conflicts');`, style);
  const indentation = indentationAt(sourceCode, loop.range[0]);
  const inner = indentationAt(sourceCode, first.range[0]);
  const start = startWithComments(sourceCode, first);
  const edits: TextEdit[] = [
    { range: { start: loop.range[0], end: loop.body.range[0] }, text: header },
    { range: { start: loop.range[1], end: loop.range[1] }, text: style.newline + indentation + give },
  ];
  // The wait stands before what the read is moved to, where both come first.
  const same = plan.edits.find(({ range }) => range.start === start && range.end === start);
  const others = plan.edits.filter((edit) => edit !== same);
  const opening = { range: { start, end: start }, text: wait + style.newline + inner + (same?.text ?? '') };
  return {
    title: `Read and compute inside the loop, wait between tries, and give up after ${TRIES}`,
    edits: [...others, opening, ...edits],
  };
}

function isEndless(loop: NonNullable<Round['loop']>): boolean {
  if (loop.type === 'WhileStatement') return loop.test.type === 'Literal' && loop.test.value === true;
  return loop.type === 'ForStatement' && !loop.init && !loop.test && !loop.update;
}

/** `if (++attempt > 5) throw error`: it has an end already. */
function counts(sourceCode: SourceCode, loop: Node): boolean {
  return some(
    sourceCode,
    loop,
    (node) => node.type === 'UpdateExpression' || node.type === 'AssignmentExpression',
  );
}

function breaks(sourceCode: SourceCode, loop: Node): boolean {
  return some(sourceCode, loop, (node) => node.type === 'BreakStatement');
}

function planOf(race: RaceOf<'stale-retry'>, sourceCode: SourceCode): Plan | undefined {
  // A read that does not go with the version, or a version that nobody shows: moving it proves nothing.
  if (race.rereads || race.condition === 'unseen') return undefined;
  if (race.condition === 'object' && race.method !== 'save') return undefined;
  const operation = findCall(sourceCode, race.place) ?? findExpression(sourceCode, race.place);
  const read = findExpression(sourceCode, race.read);
  const declaration = read && declarationAround(read);
  if (!operation || !declaration) return undefined;
  const round = roundOf(operation, declaration, race.retried);
  if (
    !round ||
    enclosingFunction(declaration) !== enclosingFunction(round.loop ?? round.callback ?? operation)
  )
    return undefined;
  const moved = statementsFrom(sourceCode, declaration, round);
  if (!moved) return undefined;
  const inserted = insertion(race, sourceCode, round, moved);
  if (!inserted) return undefined;
  return {
    round,
    moved,
    edits: [...moved.map((statement) => removal(sourceCode, statement, moved)), ...inserted],
  };
}

function declarationAround(read: Node): TSESTree.VariableDeclaration | undefined {
  if (read.type === 'VariableDeclaration') return read;
  for (const ancestor of ancestorsOf(read)) {
    if (isFunction(ancestor)) return undefined;
    if (ancestor.type === 'VariableDeclaration') return ancestor;
  }
  return undefined;
}

function insertion(
  race: RaceOf<'stale-retry'>,
  sourceCode: SourceCode,
  round: Round,
  moved: readonly TSESTree.Statement[],
): readonly TextEdit[] | undefined {
  const { body, callback } = round;
  const awaits = moved.some((statement) =>
    some(sourceCode, statement, (node) => node.type === 'AwaitExpression'),
  );
  if (callback && usesThis(sourceCode, moved) && callback.type !== 'ArrowFunctionExpression')
    return undefined;
  const isAsync = callback ? callback.async || !awaits : true;
  if (!isAsync && callback?.type !== 'ArrowFunctionExpression') return undefined;
  const opening: TextEdit[] =
    callback && !isAsync
      ? [{ range: { start: callback.range[0], end: callback.range[0] }, text: 'async ' }]
      : [];
  if (body.type !== 'BlockStatement') {
    const wrapped = callback && wrap(sourceCode, body, moved);
    return wrapped && [...opening, ...wrapped];
  }
  const place = race.condition === 'watch' ? afterWatch(sourceCode, body) : body.body[0];
  if (!place || !moved.every((statement) => isKnownAt(sourceCode, statement, place))) return undefined;
  const indentation = indentationAt(sourceCode, place.range[0]);
  const { newline } = styleOf(sourceCode);
  const text = moved
    .map((statement) => movedText(sourceCode, statement, indentation) + newline + indentation)
    .join('');
  const start = startWithComments(sourceCode, place);
  return [...opening, { range: { start, end: start }, text }];
}

/** `() => call` becomes a block that reads first. */
function wrap(
  sourceCode: SourceCode,
  body: Node,
  moved: readonly TSESTree.Statement[],
): readonly TextEdit[] | undefined {
  if (sourceCode.getTokenBefore(body)?.value !== '=>') return undefined;
  if (!moved.every((statement) => isKnownAt(sourceCode, statement, body))) return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const arrow = sourceCode.getTokenBefore(body);
  const outer = indentationAt(sourceCode, arrow?.range[0] ?? body.range[0]);
  const inner = outer + indent;
  const isBelow = body.loc.start.line > (arrow?.loc.end.line ?? body.loc.start.line);
  const code = editedAndIndented(sourceCode, rangeOf(body), [], isBelow ? '' : indent);
  const lines = [
    ...moved.map((statement) => movedText(sourceCode, statement, inner)),
    `return ${code}${semicolons ? ';' : ''}`,
  ];
  const text = ` {${newline}${lines.map((line) => inner + line + newline).join('')}${outer}}`;
  return [{ range: { start: arrow?.range[1] ?? body.range[0], end: body.range[1] }, text }];
}

/** The statement behind `await client.watch(key)`, on a connection of this execution's own. */
function afterWatch(sourceCode: SourceCode, body: TSESTree.BlockStatement): TSESTree.Statement | undefined {
  const blocks = [body, ...body.body.flatMap((each) => (each.type === 'TryStatement' ? [each.block] : []))];
  for (const block of blocks) {
    const at = block.body.findIndex((statement) => isOwnWatch(sourceCode, statement));
    if (at !== -1) return block.body[at + 1];
  }
  return undefined;
}

function isOwnWatch(sourceCode: SourceCode, statement: TSESTree.Statement): boolean {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AwaitExpression')
    return false;
  const call = statement.expression.argument;
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  if (memberName(call.callee)?.toLowerCase() !== 'watch' || call.callee.object.type !== 'Identifier')
    return false;
  const variable = variableOf(sourceCode, call.callee.object);
  const declarator = variable && declaratorOf(variable);
  if (!declarator?.init || enclosingFunction(declarator) !== enclosingFunction(statement)) return false;
  return some(
    sourceCode,
    declarator.init,
    (node) =>
      node.type === 'NewExpression' ||
      (node.type === 'MemberExpression' && /^(?:duplicate|acquire)$/u.test(memberName(node) ?? '')),
  );
}

function usesThis(sourceCode: SourceCode, nodes: readonly Node[]): boolean {
  return nodes.some((node) => some(sourceCode, node, (each) => each.type === 'ThisExpression'));
}

/** A statement with its comments, set in as deep as where it goes. */
function movedText(sourceCode: SourceCode, statement: Node, indentation: string): string {
  const start = startWithComments(sourceCode, statement);
  const own = indentationAt(sourceCode, start);
  const step = indentation.startsWith(own) ? indentation.slice(own.length) : '';
  return editedAndIndented(sourceCode, { start, end: endWithComments(sourceCode, statement) }, [], step);
}

/** Where the first of the statements begins that stand right before one and are taken out, too. */
function startOfRun(sourceCode: SourceCode, statement: Node, moved: readonly Node[]): number {
  const start = startWithComments(sourceCode, statement);
  const before = moved.find(
    (each) => sourceCode.text.slice(each.range[1], start).trim() === '' && each.range[1] <= start,
  );
  return before ? startOfRun(sourceCode, before, moved) : start;
}

/** Takes a statement out with its lines, and with the empty line behind it where one is left before it. */
function removal(sourceCode: SourceCode, statement: Node, moved: readonly Node[]): TextEdit {
  const { text } = sourceCode;
  const from = startWithComments(sourceCode, statement);
  const to = endWithComments(sourceCode, statement);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  let end = lineEnd === -1 ? text.length : lineEnd + 1;
  if (text.slice(start, from).trim() !== '' || text.slice(to, end).trim() !== '')
    return { range: { start: from, end: to }, text: '' };
  const before = text.slice(0, startOfRun(sourceCode, statement, moved));
  const blank = /^[ \t]*\r?\n/u.exec(text.slice(end));
  if (blank && (before.trimEnd().endsWith('{') || /\n[ \t]*\r?\n[ \t]*$/u.test(before)))
    end += blank[0].length;
  return { range: { start, end }, text: '' };
}
