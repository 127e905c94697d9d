/** What speaks for a race between a check and an act: how they hang together, and what else the function does. */
import type { Decision, Exit, FlowAccess, Value } from '../../flow/value.js';
import type { CallInstruction, FunctionForm, Instruction, Program, Temp } from '../../lower/program.js';
import type { CheckThenActShape, Finding, SourceRange } from '../../race.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import { areOpposite } from './relations.js';
import type { Use } from '../uses.js';

export interface ActEvidence {
  readonly act: FlowAccess;
  readonly check: FlowAccess;
  readonly summary: Summary;
  readonly context: RaceContext;
  /** What the check has to have found for the act to happen. */
  readonly relation: Finding;
  readonly decision: Decision | undefined;
}

export interface Judgement {
  readonly shape: CheckThenActShape;
  /** A weakness that makes it only possible. */
  readonly isWeak: boolean;
}

/** Where the function leaves because the check came out the other way. */
export function otherExits({ summary, decision }: ActEvidence): readonly Exit[] {
  if (!decision) return [];
  return summary.exits.filter((exit) => exit.decisions.some((each) => areOpposite(each, decision)));
}

/** True where the function says that it was too late: it throws, or gives another thing than nothing. */
export function tellsDifference(evidence: ActEvidence): boolean {
  const given = ownExits(evidence).map(({ value }) => value?.term);
  return otherExits(evidence).some(({ how, value }) => {
    if (how === 'throw') return true;
    if (value === undefined || isNothing(value, evidence) || isFailureOf(value, evidence.check)) return false;
    // `if (!there) make(dir); return dir`: the same, whoever made it.
    return !given.includes(value.term) && !givesFound(value, evidence);
  });
}

/** Where the function leaves because of the decision on which the act rests. */
export function ownExits({ summary, decision }: ActEvidence): readonly Exit[] {
  return summary.exits.filter((exit) =>
    exit.decisions.some((each) => each.at === decision?.at && each.holds === decision.holds),
  );
}

/** `return`, or `return done()` and `return done(null)` of those who work with callbacks. */
function isNothing({ term }: Value, { context: { program } }: ActEvidence): boolean {
  if (term.kind === 'made') return isGoneOn(program.definitions[term.temp], program);
  if (term.kind === 'call' && term.callee.kind === 'parameter')
    return term.arguments.every(
      (argument) => argument.kind === 'constant' && !argument.value && argument.value !== false,
    );
  return term.kind === 'constant' && term.value === undefined;
}

/** `return next()`: whoever is next is told nothing, though it may answer something else each time. */
function isGoneOn(made: Instruction | undefined, { definitions }: Program): boolean {
  if (made?.op !== 'call' || made.arguments.length > 0 || made.callee.kind !== 'value') return false;
  const called = definitions[made.callee.value];
  return called?.op === 'load' && called.variable.name === 'next';
}

/** `return done(error)`: that the check itself went wrong. */
function isFailureOf({ term }: Value, { result }: FlowAccess): boolean {
  if (term.kind !== 'call' || term.callee.kind !== 'parameter') return false;
  const [error] = term.arguments;
  return error?.kind === 'compute' && error.operator === '!' && error.operands.includes(result);
}

/** True where the function gives what it has found, as a cache does. */
export function givesWhatItFound(evidence: ActEvidence): boolean {
  return otherExits(evidence).some(
    (exit) => exit.how === 'return' && exit.value !== undefined && givesFound(exit.value, evidence),
  );
}

/** `return JSON.parse(cached)`; but not `{ acquired: false, holder }`. */
function givesFound(value: Value, evidence: ActEvidence): boolean {
  const { act, check } = evidence;
  const parts = [...(value.parts?.values() ?? [])];
  if (parts.some(({ term }) => term.kind === 'constant' && term.value === false)) return false;
  if (check.operation === 'read' && holds(value.term, check.result)) return true;
  for (const source of value.sources) {
    if (source.kind !== 'read' || source.access.operation !== 'read' || source.access.key !== act.key)
      continue;
    if (holds(value.term, source.access.result) || value.term.kind === 'made') return true;
  }
  return parts.some((part) => givesFound(part, evidence));
}

/** True where a term carries another one, rather than the outcome of a test of it. */
function holds(term: Term, part: Term): boolean {
  if (term.kind === 'compute' && /^(?:!|[=!]==?|[<>]=?|in|instanceof|typeof)$/u.test(term.operator))
    return false;
  return mentionsTerm(term, part);
}

/** What becomes of what the check gave, besides the act's own arguments. */
export function usesOfCheck({ act, check, context }: ActEvidence): readonly Use[] {
  const found = check.via ? check.via.call.to : temporaryOf(check);
  if (found === undefined) return [];
  return context.uses
    .usesOf(found)
    .filter(
      (use) => use.kind !== 'argument' || (use.call !== act.instruction && !isHarmless(use.call, context)),
    );
}

/** What becomes of what the act gave. */
export function usesOfAct({ act, context }: ActEvidence): readonly Use[] {
  const given = act.via ? act.via.call.to : temporaryOf(act);
  return given === undefined ? [] : context.uses.usesOf(given);
}

function temporaryOf({ instruction }: FlowAccess): Temp | undefined {
  return 'to' in instruction ? instruction.to : undefined;
}

/** True where what the check gave is worked with: handed on, kept, returned. */
export function isWorkedWith(evidence: ActEvidence): boolean {
  return usesOfCheck(evidence).some(
    ({ kind }) => kind === 'argument' || kind === 'returned' || kind === 'stored',
  );
}

/** Messages for people, and reading on. */
const HARMLESS =
  /^(?:log|info|warn|error|debug|trace|verbose|fatal|emit|increment|gauge|timing|observe|histogram|startTimer|sleep|delay|setTimeout|wait|now|parse|stringify|push|split|map|filter|find|includes|join|trim|keys|values|entries|isArray|expire|pexpire|Error|[A-Z]\w*Error|assert|json|status|send|end|code|header|test|match|replace|toString|then|catch|finally)$/iu;

function isHarmless(call: CallInstruction, context: RaceContext): boolean {
  return HARMLESS.test(context.uses.nameOf(call));
}

/** True where more happens because of the check than the act: whoever comes second does it again. */
export function hasOtherEffects(evidence: ActEvidence): boolean {
  const { act, check, summary, context, decision } = evidence;
  const form: FunctionForm = act.via ? summary.form : act.form;
  const actAt = (act.via?.call ?? act.instruction).at;
  const checkAt = (check.via?.call ?? check.instruction).at;
  const quiet = new Set(
    summary.accesses.filter(isQuiet).map((access) => (access.via?.call ?? access.instruction).at),
  );
  return form.calls.some((call) => {
    const { at } = call;
    if (at === actAt || contains(at, actAt) || at.start < checkAt.end || quiet.has(at)) return false;
    if (decision && !isBesideAct(at, actAt, decision.at)) return false;
    return isEffect(call, evidence) && !isHarmless(call, context);
  });
}

/** Inside of the decision where the act is, behind it where the act is behind. */
function isBesideAct(at: SourceRange, act: SourceRange, decision: SourceRange): boolean {
  return contains(decision, act)
    ? contains(decision, at) || at.start > decision.end
    : at.start >= decision.end;
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Accesses that can be made twice and do no harm. */
function isQuiet({ operation, receiver: { model }, method }: FlowAccess): boolean {
  if (model.methods[method.toLowerCase()]?.takes) return true;
  return operation === 'read' || operation === 'check' || operation === 'delete';
}

/** A call that is waited for, or of whose result nothing is made: it is called for what it does. */
function isEffect(call: CallInstruction, { context }: ActEvidence): boolean {
  if (context.program.awaited.has(call.to)) return true;
  const uses = context.uses.usesOf(call.to);
  return uses.length === 0 || uses.some(({ kind }) => kind === 'returned');
}
