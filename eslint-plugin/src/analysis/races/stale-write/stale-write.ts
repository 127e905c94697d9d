/** A write to memory that rests on what was read before a suspension. */
import { MEMORY } from '../../../stores/memory.js';
import { isTimer } from '../../flow/control.js';
import { isComputedFrom } from '../../flow/deciding.js';
import { protection, type Guard } from '../../flow/guards.js';
import { NO_SOURCES, union, type FlowAccess, type Sources, type Suspensions } from '../../flow/value.js';
import type { FunctionForm, Variable } from '../../lower/program.js';
import type { Dependence, Operation, StaleWriteRace, StaleWriteShape } from '../../race.js';
import { mentionsParameter, type Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import { placeOf, toAccess } from '../access.js';
import type { RaceContext } from '../context.js';
import { clearOf } from '../flush/clears.js';
import { setsMark } from '../flush/marks.js';
import { waitsOnlyElsewhere } from './arms.js';
import { staleWriteCertainty } from './certainty.js';
import { isApart } from './made.js';
import { isQueued, waitsFor } from './queue.js';
import { isSharedFlight } from '../callers/turns.js';
import { staleWriteWitness, suspensionBetween } from '../witness.js';

const CHANGES = new Set<Operation>(['write', 'conditional', 'delete']);

export function findStaleWrite(
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): StaleWriteRace | undefined {
  if (write.receiver.model !== MEMORY || !CHANGES.has(write.operation)) return undefined;
  if (write.validated || isPerRequest(write, context) || isSingleFlight(write, summary)) return undefined;
  const update = staleUpdate(write, context);
  const check = staleRead(
    write,
    union(write.control, gatesOf(write, context), waitsFor(write, summary)),
    context,
  );
  const stale =
    check && !isClaimed(check, write, summary) && !isOfLaterRound(check, write) ? check : undefined;
  if (update) {
    const evidence = isKeptOrMade(write, update, context)
      ? ({ dependence: 'control', check: update } as const)
      : ({ dependence: 'data', check: stale } as const);
    return judge(update, write, evidence, summary, context);
  }
  // To empty a container makes nothing twice; what it loses is another kind of race.
  const clear = clearOf(write, context);
  if (clear?.how === 'contents' && clear.entry !== true) return undefined;
  // How much was saved, as it was when the save began, is less than there is at the worst: it is saved again.
  if (setsMark(write, context)) return undefined;
  return stale && judge(stale, write, { dependence: 'control', check: stale }, summary, context);
}

/** The newest read of the place that others can have made stale, unless a fresh one stands beside it. */
function staleRead(
  write: FlowAccess,
  sources: Sources | undefined,
  { program }: RaceContext,
): FlowAccess | undefined {
  let stale: FlowAccess | undefined;
  for (const source of sources ?? []) {
    if (source.kind !== 'read') continue;
    const { access } = source;
    if (access.operation !== 'read' && access.operation !== 'check') continue;
    if (access.receiver.model !== write.receiver.model || !isSamePlace(access, write)) continue;
    if (!isBehind(access.suspensions, write.suspensions)) return undefined;
    if (!waitsOnlyElsewhere(access, write, program)) stale = access;
  }
  return stale;
}

/** `kept ?? (await make())` is what was there, or what was made because nothing was. */
function isKeptOrMade({ written }: FlowAccess, read: FlowAccess, context: RaceContext): boolean {
  const options = written ? optionsOf(written.term) : [];
  return (
    options.length > 1 &&
    options.includes(read.result) &&
    options.every((option) => option === read.result || isApart(option, read, context))
  );
}

function optionsOf(term: Term): readonly Term[] {
  return term.kind === 'either' ? term.options.flatMap(optionsOf) : [term];
}

/** Methods that put something beside what is there. */
const ADDITIONS = new Set(['push', 'unshift', 'add']);

/** What is added to a list overwrites nothing; it is stale only where it was computed from the list: `{ id: list.length }`. */
function staleUpdate(write: FlowAccess, context: RaceContext): FlowAccess | undefined {
  const { written } = write;
  const read = staleRead(write, written?.sources, context);
  if (!read || !written || !ADDITIONS.has(write.method)) return read;
  return isComputedFrom(written, read, context.flow.answers) ? read : undefined;
}

/**
 * Whether to wait was decided by what was read. A value that is computed anew behind the wait rests on that only
 * where it waited for others, as a semaphore does: `if (used >= max) await turn; used++;`.
 */
function gatesOf(write: FlowAccess, { program }: RaceContext): Sources {
  const isFresh = [...(write.written?.sources ?? [])].some(
    (source) =>
      source.kind === 'read' &&
      isSamePlace(source.access, write) &&
      !isBehind(source.access.suspensions, write.suspensions),
  );
  if (!isFresh) return write.waited;
  for (let each = write.suspensions; each; each = each.before) {
    if (each.at.op !== 'suspend' || each.at.reason !== 'await') continue;
    const from = program.definitions[each.at.from];
    const isMade = from?.op === 'call' && from.construct && !isTimer(from, program.definitions);
    if (isMade || (from && from.op !== 'call')) return write.waited;
  }
  return NO_SOURCES;
}

/** The whole of a container, or one entry of it that both name alike. */
function isSamePlace(read: FlowAccess, write: FlowAccess): boolean {
  if (read.receiver.root === write.receiver.root)
    return read.key === write.key || read.key === read.receiver.root || write.key === write.receiver.root;
  // `this.jobs` and the whole of what `this.jobs` holds; but not the entries of two maps under one key.
  return read.key === write.key && !isEntry(read) && !isEntry(write);
}

/** What a container holds under a key, as opposed to a variable, a property or the whole container. */
function isEntry({ key, receiver: { root } }: FlowAccess): boolean {
  if (key === root) return false;
  return (key.kind !== 'member' && key.kind !== 'index') || key.object !== root;
}

/** True where a suspension lies between the two points. */
export function isBehind(earlier: Suspensions | undefined, later: Suspensions | undefined): boolean {
  for (let each = earlier; each; each = each.before) if (each === later) return false;
  return earlier !== later && later !== undefined;
}

/** The write happens only after a check of another place that was claimed in the step of the check. */
function isSingleFlight(write: FlowAccess, summary: Summary): boolean {
  for (const source of write.control) {
    if (source.kind !== 'read' || source.access.receiver.model !== write.receiver.model) continue;
    const check = source.access;
    const claim = summary.accesses.find(
      (access) =>
        access.operation === 'write' &&
        access.key === check.key &&
        access !== write &&
        !isBehind(check.suspensions, access.suspensions) &&
        restsOn(access, check) &&
        isDecidedWith(write, access),
    );
    if (!claim || isGivenUp(claim, write, summary)) continue;
    // A claim of an entry keeps out only those who choose the same.
    if (!mentionsParameter(check.key) || mentionsParameter(write.key)) return true;
  }
  return false;
}

/** One decision let both happen: to make an entry where there is none keeps nobody out of it. */
function isDecidedWith(write: FlowAccess, claim: FlowAccess): boolean {
  return claim.decisions.some(({ at }) => write.decisions.some((decision) => decision.at.start === at.start));
}

/** `busy = true; …; busy = false; await settled();`: nobody is kept out any more when the write comes. */
function isGivenUp(claim: FlowAccess, write: FlowAccess, { accesses }: Summary): boolean {
  const between = accesses.slice(accesses.indexOf(claim) + 1, Math.max(accesses.indexOf(write), 0));
  return between.some(
    ({ operation, key, written, suspensions, control, decisions }) =>
      operation === 'write' &&
      key === claim.key &&
      written?.term.kind === 'constant' &&
      written.term !== claim.written?.term &&
      isBehind(suspensions, write.suspensions) &&
      control.size === claim.control.size &&
      decisions.length === claim.decisions.length,
  );
}

/**
 * A flag that was set before, on the same check: set in the step of the check it is a claim that others see;
 * set later, that one is the race.
 */
function isClaimed(check: FlowAccess, write: FlowAccess, summary: Summary): boolean {
  const own = summary.accesses.indexOf(write);
  return summary.accesses.some(
    (access, index) =>
      access !== write &&
      access.operation === 'write' &&
      (!isBehind(check.suspensions, access.suspensions) || (index < own && !isTakenDown(access))) &&
      access.receiver.model === write.receiver.model &&
      isSamePlace(access, write) &&
      restsOn(access, check),
  );
}

/** `for (;;) { failures++; if (failures > 9) …; await turn(); }`: the check of one round decides only whether another one comes. */
function isOfLaterRound(check: FlowAccess, write: FlowAccess): boolean {
  return (
    check.form === write.form &&
    !check.via === !write.via &&
    (write.via?.call ?? write.instruction).at.start < (check.via?.call ?? check.instruction).at.start
  );
}

/** `if (bot) await stop(); bot = new Bot();`: that `stop` leaves nothing there claims nothing. */
function isTakenDown({ written }: FlowAccess): boolean {
  return (
    written?.term.kind === 'constant' && (written.term.value === null || written.term.value === undefined)
  );
}

function restsOn(access: FlowAccess, check: FlowAccess): boolean {
  return [...access.control, ...access.waited].some(
    (source) => source.kind === 'read' && source.access === check,
  );
}

function judge(
  read: FlowAccess,
  write: FlowAccess,
  { dependence, check }: { readonly dependence: Dependence; readonly check: FlowAccess | undefined },
  summary: Summary,
  context: RaceContext,
): StaleWriteRace | undefined {
  if (write.via && read.via?.application === write.via.application) return undefined;
  const held = write.guards.filter((guard) => !isOfOneInstance(guard, write, context));
  const guarded = protection('process', write.key, read.guards, held, homeOf(write.receiver.root));
  if (guarded !== 'none' || context.isGuardedByCallers(summary.form)) return undefined;
  if (isRunInTurn(read, write, summary, context) || isSharedFlight(summary.form, context)) return undefined;
  if (isQueued(read, summary, context)) return undefined;
  const suspension = suspensionBetween(read, write);
  const access = toAccess(write, context);
  if (!suspension || context.isExempt(write, access.resource)) return undefined;
  const shape = shapeOf(write, dependence);
  const form = write.via ? summary.form : write.form;
  const certainty = staleWriteCertainty({ read, write, suspension, shape, dependence, form, context });
  return {
    kind: 'stale-write',
    certainty,
    place: placeOf(write),
    dependence,
    shape,
    ...(check && { check: toAccess(check, context) }),
    read: toAccess(read, context),
    write: access,
    suspension,
    witness: staleWriteWitness(read, write, suspension, shape, context),
  };
}

/** A field of an object that a framework makes for each request. */
function isPerRequest({ receiver: { root } }: FlowAccess, context: RaceContext): boolean {
  const owner = holderOf(root);
  return owner.kind === 'this' && 'methods' in owner.owner && context.roleOf(owner.owner) === 'request';
}

function holderOf(term: Term): Term {
  return term.kind === 'member' || term.kind === 'index' ? holderOf(term.object) : term;
}

/** A mutex in a field keeps out nobody who comes through another object of the class, and a static is of them all. */
function isOfOneInstance({ on }: Guard, { receiver: { root } }: FlowAccess, { flow }: RaceContext): boolean {
  const lock = holderOf(on);
  const state = holderOf(root);
  return (
    lock.kind === 'this' && state.kind !== 'this' && flow.receivers.objects.classOf(state) === lock.owner
  );
}

/** The function whose local variable holds the state. */
function homeOf(root: Term): FunctionForm | undefined {
  if (root.kind === 'member' || root.kind === 'index') return homeOf(root.object);
  return root.kind === 'variable' && root.variable.kind === 'local' ? root.variable.owner : undefined;
}

/** A local of a call, of which all that is read and written there comes one after the other. */
function isRunInTurn(read: FlowAccess, write: FlowAccess, { form }: Summary, context: RaceContext): boolean {
  const home = homeOf(write.receiver.root);
  const variable = variableOf(write.receiver.root);
  if (!home || !variable || home.kind === 'module') return false;
  const own = [read, write].flatMap((access) => (access.via ? [] : [access.form]));
  return (
    [form, ...own].some((each) => each !== home) &&
    [form, ...own].every((each) => context.turns.inTurnWithin(each, home)) &&
    context.turns.areWritersInTurn(variable)
  );
}

function variableOf(root: Term): Variable | undefined {
  if (root.kind === 'member' || root.kind === 'index') return variableOf(root.object);
  return root.kind === 'variable' ? root.variable : undefined;
}

function shapeOf(write: FlowAccess, dependence: Dependence): StaleWriteShape {
  if (dependence === 'data') return 'update';
  if (write.method !== 'assignment') return 'entry';
  return write.written?.term.kind === 'constant' ? 'flag' : 'lazy-init';
}
