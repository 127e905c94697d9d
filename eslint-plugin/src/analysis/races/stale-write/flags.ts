/** What keeps nobody out: to set it twice, or late, does no harm. */
import type { Decision, FlowAccess } from '../../flow/value.js';
import type { Block, FunctionForm } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { blocksOf } from '../../resources/code/blocks.js';
import { isCredential, isQuestion } from './made.js';
import { calledName } from '../places.js';
import type { StaleWriteEvidence } from './certainty.js';

export function isHarmlessFlag(
  read: FlowAccess,
  write: FlowAccess,
  form: FunctionForm,
  context: RaceContext,
): boolean {
  return isReset(read, write) || saysThatItMayRunTwice(form, context);
}

/**
 * The write leaves what the check asks as it is, `if (openUntil > now) throw …; await work(); openUntil = 0`, or it
 * ends the loop that asks, `while (!closed) { …; closed = true; }`.
 */
function isReset(read: FlowAccess, write: FlowAccess): boolean {
  const term = write.written?.term;
  if (term?.kind !== 'constant') return false;
  const about = write.decisions.filter(({ reads }) =>
    [...reads].some((source) => source.kind === 'read' && source.access === read),
  );
  return (
    about.length > 0 &&
    about.every((decision) => decision.again === true || comesOutAlike(decision, read.result, term.value))
  );
}

function comesOutAlike({ test, on, holds }: Decision, place: Term, value: unknown): boolean {
  return on === 'truthy' && outcomeFor(test, place, value) === holds;
}

/** How a test comes out where the place has this value; undefined where nothing tells. */
function outcomeFor(test: Term, place: Term, value: unknown): boolean | undefined {
  if (test === place) return Boolean(value);
  if (test.kind !== 'compute') return undefined;
  const { operator } = test;
  const [left, right] = test.operands;
  if (operator === '!' && left) {
    const inner = outcomeFor(left, place, value);
    return inner === undefined ? undefined : !inner;
  }
  // Limits and times are more than nothing.
  if (value !== 0) return undefined;
  const isLess = left === place ? /^<=?$/u : right === place ? /^>=?$/u : undefined;
  return isLess && /^[<>]=?$/u.test(operator) ? isLess.test(operator) : undefined;
}

/** A note that something has failed, in a `catch` or a function called there: who fails second makes it, too. */
export function isNotedFailure({ instruction, form, via }: FlowAccess, walked: FunctionForm): boolean {
  return isInCatch(instruction.at, form) || (via !== undefined && isInCatch(via.call.at, walked));
}

function isInCatch(place: SourceRange, form: FunctionForm): boolean {
  return handlersIn(form.body).some((handler) =>
    handler.some(({ at }) => at.start <= place.start && place.end <= at.end),
  );
}

function handlersIn(block: Block): readonly Block[] {
  return block.flatMap((each) => [
    ...(each.op === 'try' && each.handler ? [each.handler] : []),
    ...blocksOf(each).flatMap(handlersIn),
  ]);
}

/** `CREATE TABLE IF NOT EXISTS`, `mkdir(path, { recursive: true })`: what is set up is set up so that a second time does nothing. */
function saysThatItMayRunTwice(form: FunctionForm, { program }: RaceContext): boolean {
  return /if[ _]?not[ _]?exists|\brecursive:\s*true/iu.test(program.textOf(form.at));
}

/** Calls that leave everything as it is. */
const HARMLESS =
  /^(?:debug|info|warn|error|log|trace|now|Date|Number|String|Boolean|Error|\w+Error|Map|Set|resolve|reject|trim|join|split|includes|toString|keys|values|entries|map|filter|all)$/u;

/**
 * All that is done from the check on is to ask a question and to keep the answer: `rows = await load(); loaded = true`.
 * Who asks twice has the same answer twice, and assigns it where the first one did. What is done behind the flag would
 * be done twice.
 */
export function onlyLooksUp({ read, write, context }: StaleWriteEvidence): boolean {
  if (isCredential(write) || read.via || write.via || read.form !== write.form) return false;
  const from = read.instruction.at.start;
  return write.form.calls.every((call) => {
    if (call.at.start < from) return true;
    const name = calledName(call, context);
    return name !== undefined && (HARMLESS.test(name) || (!call.construct && isQuestion(name)));
  });
}
