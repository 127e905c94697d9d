/** How sure a stale write in memory is. Every weakness that makes one only `possible` is named here. */
import { MEMORY } from '../../../stores/memory.js';
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm } from '../../lower/program.js';
import type { Certainty, Dependence, SourceRange, StaleWriteShape } from '../../race.js';
import { WRITING_METHODS } from '../../resources/sharing.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { isHarmlessFlag, isNotedFailure } from './flags.js';

export interface StaleWriteEvidence {
  readonly read: FlowAccess;
  /** Where others run between the two. */
  readonly suspension: SourceRange;
  readonly write: FlowAccess;
  readonly shape: StaleWriteShape;
  readonly dependence: Dependence;
  /** The function that both reads and writes. */
  readonly form: FunctionForm;
  readonly context: RaceContext;
}

export function staleWriteCertainty(evidence: StaleWriteEvidence): Certainty {
  const { write, dependence, form, context } = evidence;
  const isShared = context.isDeclaredShared(write);
  const concurrency = isShared ? 'concurrent' : context.concurrencyOf(form);
  if (concurrency === 'once') return 'possible';
  if (!isShared && isOwnedObject(evidence)) return 'possible';
  if (dependence === 'control' && isHarmlessTwice(evidence)) return 'possible';
  return concurrency === 'concurrent' && dependence === 'data' ? 'certain' : 'likely';
}

/** What happens on a check alone, and may as well happen twice. */
function isHarmlessTwice(evidence: StaleWriteEvidence): boolean {
  const { write, shape, form, context } = evidence;
  if (write.operation === 'delete' || (empties(write) && !isTestedLater(evidence))) return true;
  if (isNotedFailure(write, form)) return true;
  if (shape === 'flag') return isTeardown(form) || isHarmlessFlag(evidence.read, write, form, context);
  const made = madeBy(evidence);
  if (made && isOpened(made)) return false;
  if (isTeardown(form) || isCache(write)) return true;
  if (isWithinLimit(evidence)) return false;
  if (isLookedUp(write, made)) return !isCredential(write);
  if (shape === 'lazy-init' && made && isPlainObject(made)) return !isFilled(write, context);
  if (isRecord(write)) return shape === 'entry' || (isNeverChanged(write, context) && !isCredential(write));
  return shape === 'lazy-init' && isStatus(made);
}

/** An object that a call made or loaded for itself; of a view, what one user does in turn. */
function isOwnedObject({ write, dependence, context }: StaleWriteEvidence): boolean {
  const owner = rootOf(write.receiver.root);
  if (owner.kind !== 'this' || !('methods' in owner.owner)) return false;
  if (context.isMadePerCall(owner.owner)) return true;
  const role = context.roleOf(owner.owner);
  return (
    role === 'row' || role === 'handler' || role === 'job' || (role === 'view' && dependence === 'control')
  );
}

function rootOf(term: Term): Term {
  return term.kind === 'member' || term.kind === 'index' ? rootOf(term.object) : term;
}

/** Closing twice, or closing what was just opened, is the caller's order of calls more than a lost update. */
function isTeardown(form: FunctionForm): boolean {
  return /^(?:close|stop|dispose|destroy|disconnect|shutdown|cleanup|teardown|end|reset|clear|unsubscribe|unload|deactivate|terminate|abort|kill|logout)/iu.test(
    form.name ?? '',
  );
}

/** To put nothing in the place of what was there is to take it away: the second finds it gone. */
function empties({ written }: FlowAccess): boolean {
  const term = written?.term;
  return term?.kind === 'constant' && (term.value === null || term.value === undefined || term.value === '');
}

/** What was read before the wait is looked at behind it only: by then, somebody else may have taken it. */
function isTestedLater({ read, write, suspension }: StaleWriteEvidence): boolean {
  return write.decisions.some(
    ({ at, reads }) =>
      at.start > suspension.start &&
      [...reads].some((source) => source.kind === 'read' && source.access === read),
  );
}

/** `if (players.length >= seats) return;`: what two add on one count of the places left is one too many. */
function isWithinLimit({ read, write, suspension }: StaleWriteEvidence): boolean {
  return write.decisions.some(
    ({ at, test, reads }) =>
      at.start < suspension.start &&
      test.kind === 'compute' &&
      /^[<>]=?$/u.test(test.operator) &&
      test.operands.some((operand) => operand.kind === 'member' && /^(?:length|size)$/u.test(operand.name)) &&
      [...reads].some((source) => source.kind === 'read' && source.access === read),
  );
}

/**
 * A value that was only looked up may be looked up twice: the loser's work is lost, nothing else. What was
 * opened, started or connected is leaked.
 */
function isLookedUp({ written }: FlowAccess, made: Term | undefined): boolean {
  const isStored = [...(written && !written.parts ? written.sources : [])].some(
    (source) => source.kind === 'read' && source.access.receiver.model !== MEMORY,
  );
  if (isStored) return true;
  const name = made && calledName(made);
  return (
    name !== undefined &&
    /^(?:get|fetch|load|read|find|query|list|select|lookup|resolve|parse|search|count|compute|calculate|then|json|text|map|filter|stat|exec|request|all|first|one|run)/iu.test(
      name,
    )
  );
}

/** What is written where there was nothing: `cached ?? (await load())` is the answer. */
function madeBy({ read, write }: StaleWriteEvidence): Term | undefined {
  const term = write.written?.term;
  if (term?.kind !== 'either') return term;
  const [only, ...others] = term.options.filter((option) => option !== read.result);
  return others.length === 0 ? only : term;
}

function isPlainObject(term: Term): boolean {
  return term.kind === 'call' && term.construct && isPlain(term.callee);
}

/** `seen.add(id)`: two containers, of which one is forgotten with what others have put into it. */
function isFilled({ key }: FlowAccess, { program, flow }: RaceContext): boolean {
  return program.functions.some(({ calls }) =>
    calls.some(
      ({ callee }) =>
        callee.kind === 'member' &&
        'name' in callee.property &&
        WRITING_METHODS.has(callee.property.name) &&
        flow.definitions.termOf(callee.object) === key,
    ),
  );
}

/** A place that its name says to be a cache: what is missed twice is computed twice. */
function isCache(write: FlowAccess): boolean {
  const { receiver, key } = write;
  return [receiver.root, key].some((term) => /cache|memo(?!r)/iu.test(placeName(term) ?? ''));
}

/** What others count on: of two tokens that are asked for, the first may be void when the second comes. */
function isCredential({ receiver, key, written }: FlowAccess): boolean {
  const names = [placeName(receiver.root), placeName(key), ...(written?.parts?.keys() ?? [])];
  return names.some((name) => /token|credential|session(?!s?Cache)|lease/iu.test(name ?? ''));
}

function placeName(term: Term): string | undefined {
  if (term.kind === 'variable') return term.variable.name;
  return term.kind === 'member' ? term.name : undefined;
}

/** `{ value, expiresAt }`: a record of what was looked up, unless a part of it was made or opened. */
function isRecord({ written }: FlowAccess): boolean {
  if (written?.term.kind !== 'made' || !written.parts || written.parts.size === 0) return false;
  return [...written.parts.values()].every(({ term }) => !isOpened(term));
}

/** A record that says nothing of who made it, and that nobody changes in part: one is as good as the other. */
function isNeverChanged({ written, key }: FlowAccess, { flow }: RaceContext): boolean {
  return [...(written?.parts ?? [])].every(
    ([name, part]) =>
      ![...part.sources].some(({ kind }) => kind === 'parameter') &&
      !flow.shared.isWrittenProperty(key, name),
  );
}

function isOpened(term: Term): boolean {
  if (term.kind === 'call' && term.construct) return !isPlain(term.callee);
  const name = calledName(term);
  return (
    name !== undefined &&
    /^(?:create|connect|open|start|launch|spawn|init|make|build|new|acquire|register|subscribe|listen|mount|attach|setup)/iu.test(
      name,
    )
  );
}

/** Objects of the language that hold values, and nothing that has to be closed. */
function isPlain(constructed: Term): boolean {
  return (
    constructed.kind === 'global' &&
    /^(?:Map|Set|WeakMap|WeakSet|Array|Object|Date|URL|URLSearchParams|RegExp|Error|\w+Array)$/u.test(
      constructed.name,
    )
  );
}

/** `this.leading = answer === 'OK'`: a state that is told anew each time, by whoever asked last. */
function isStatus(term: Term | undefined): boolean {
  return term?.kind === 'compute' && /^(?:[=!]==?|[<>]=?|!|in|instanceof)$/u.test(term.operator);
}

function calledName(term: Term): string | undefined {
  if (term.kind === 'typed') return calledName(term.operand);
  if (term.kind === 'member') return calledName(term.object);
  // `response.value ?? ''`
  if (term.kind === 'either') return term.options.map(calledName).find((name) => name !== undefined);
  if (term.kind !== 'call' || term.construct) return undefined;
  const { callee } = term;
  if (callee.kind === 'member' || callee.kind === 'global' || callee.kind === 'import') return callee.name;
  if (callee.kind === 'variable') return callee.variable.name;
  return callee.kind === 'closure' ? callee.form.name : undefined;
}
