/** How sure a stale write in memory is. Every weakness that makes one only `possible` is named here. */
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm } from '../../lower/program.js';
import type { Certainty, Dependence, SourceRange, StaleWriteShape } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { isHarmlessFlag, isNotedFailure, onlyLooksUp } from './flags.js';
import {
  isCache,
  isCredential,
  isKeptElsewhere,
  isFilled,
  isLookedUp,
  isNeverChanged,
  isOpened,
  isPlainObject,
  isRecord,
  isStatus,
  isTime,
  madeBy,
} from './made.js';
import { isOneOfMany } from '../callers/fan-out.js';
import { isChangedInTurn } from '../callers/serial.js';
import { isLoneLoop } from '../callers/turns.js';
import { homeOf } from './locals.js';
import { isBest, isCountedOn, isPutBeside } from './later-use.js';
import { isLetInAlone } from './turnstile.js';

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
  const home = homeOf(write.receiver.root);
  if (concurrency === 'once' && (context.isTest || !isOneOfMany(form, home, context))) return 'possible';
  if (!isShared && isChangedInTurn(write, form, context)) return 'possible';
  if (isLetInAlone(evidence.read, write, context)) return 'possible';
  if (!isShared && isOwnedObject(evidence)) return 'possible';
  if (isPutBackAsItWas(evidence)) return 'possible';
  if (dependence === 'data' && isGivenElsewhere(evidence)) return 'possible';
  if (dependence === 'control' && (isHarmlessTwice(evidence) || isBySetUp(evidence))) return 'possible';
  return concurrency === 'concurrent' && dependence === 'data' ? 'certain' : 'likely';
}

/** What happens on a check alone, and may as well happen twice. */
function isHarmlessTwice(evidence: StaleWriteEvidence): boolean {
  const { write, shape, form, context } = evidence;
  if (write.operation === 'delete' || (empties(write) && !isTestedLater(evidence))) return true;
  if (isNotedFailure(write, form) || isOfLoneLoop(evidence)) return true;
  if (shape === 'flag')
    return isTeardown(form) || isHarmlessFlag(evidence.read, write, form, context) || onlyLooksUp(evidence);
  const made = madeBy(evidence.read, write);
  if (
    isKeptElsewhere(made) ||
    isWhatAllWaitFor(evidence) ||
    isInBrowser(write) ||
    (shape === 'entry' && isKeptAsItIs(evidence))
  )
    return true;
  if (isTime(made, context)) return onlyLooksUp(evidence);
  if (made && isOpened(made)) return false;
  if (isTeardown(form) || isCache(write)) return true;
  if (isWithinLimit(evidence) || isBest(evidence)) return false;
  if (isLookedUp(write, made)) return !isCredential(write) && !isCountedOn(write, context);
  if (shape === 'lazy-init' && made && isPlainObject(made)) return !isFilled(write, context);
  if (isRecord(write))
    return (
      (shape === 'entry' && !isPutBeside(write)) || (isNeverChanged(write, context) && !isCredential(write))
    );
  return (
    isStatus(made) || (made !== undefined && made.kind !== 'call' && isGetter(form) && !isCredential(write))
  );
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

/** `this.number = number`, given what `this.number` was before: nothing new is stored, unless something else stood there meanwhile. */
function isPutBackAsItWas({ read, write, context }: StaleWriteEvidence): boolean {
  if (write.written?.term !== read.result || write.method !== 'assignment') return false;
  const summary = context.flow.summaries.of(read.form);
  return !summary?.accesses.some(
    (access) =>
      access !== write &&
      access.operation === 'write' &&
      access.receiver.root === write.receiver.root &&
      access.key === write.key,
  );
}

/** `const data = await ask(this.id); this.id = data.id`, or what the promise of all has given: nobody has computed it from the old one. */
function isGivenElsewhere({ read, write }: StaleWriteEvidence): boolean {
  const term = write.written?.term;
  if (!term || term === read.result) return false;
  if (isKeptElsewhere(term)) return true;
  return (
    term.kind === 'member' &&
    write.key.kind === 'member' &&
    term.name === write.key.name &&
    /^(?:id|code|name|slug|uuid|url|key|email|type)$|(?:Id|Name|Url|Uri|Type|Endpoint)$/u.test(term.name)
  );
}

/** `this.opening ??= open(); this.opened = await this.opening`: all who wait are given the same. */
function isWhatAllWaitFor({ write: { instruction, suspensions }, context }: StaleWriteEvidence): boolean {
  if ((instruction.op !== 'set' && instruction.op !== 'store') || suspensions?.at.op !== 'suspend')
    return false;
  const from = context.program.definitions[suspensions.at.from];
  return suspensions.at.to === instruction.from && from?.op === 'get';
}

/** A page is one user's; what its window is given twice is the same. */
function isInBrowser({ receiver }: FlowAccess): boolean {
  const root = rootOf(receiver.root);
  return root.kind === 'global' && /^(?:window|document|navigator)$/u.test(root.name);
}

function isOfLoneLoop({ read, write, form, context }: StaleWriteEvidence): boolean {
  return isLoneLoop(form, [placeIn(read), placeIn(write)], context);
}

function placeIn({ instruction, via }: FlowAccess): number {
  return (via?.call ?? instruction).at.start;
}

/** `map.set(key, map.get(key) ?? new Set())`: what is there now stays there. */
function isKeptAsItIs({ write }: StaleWriteEvidence): boolean {
  const { written, suspensions, receiver } = write;
  return (
    written?.term.kind === 'either' &&
    [...written.sources].some(
      (source) =>
        source.kind === 'read' &&
        source.access.suspensions === suspensions &&
        source.access.receiver.root === receiver.root &&
        written.term.kind === 'either' &&
        written.term.options.includes(source.access.result),
    )
  );
}

/** `async init() { if (this.reader) await this.reader.close(); this.reader = new Reader(); }`: it is set up anew, whatever was there. */
function isBySetUp({ read, write, form }: StaleWriteEvidence): boolean {
  const rests = [...write.control].some((source) => source.kind === 'read' && source.access === read);
  return !rests && /^_?(?:init|initiali[sz]e|setup|bootstrap|configure)(?![a-z])/u.test(form.name ?? '');
}

/** `getLayer`, `computeHash`: what it keeps is what it gives, put together from what is there. */
function isGetter({ name }: FunctionForm): boolean {
  return (
    /^(?:attempt)?(?:get|compute|calculate|resolve|find|lookup|is|has)(?![a-z])/iu.test(name ?? '') &&
    !/OrCreate|create/iu.test(name ?? '')
  );
}
