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
import { isLoneLoop } from '../callers/turns.js';

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
  if (isInBrowser(write) || (shape === 'entry' && isKeptAsItIs(evidence))) return true;
  if (isTime(made, context)) return onlyLooksUp(evidence);
  if (made && isOpened(made)) return false;
  if (isTeardown(form) || isCache(write)) return true;
  if (isWithinLimit(evidence)) return false;
  if (isLookedUp(write, made)) return !isCredential(write);
  if (shape === 'lazy-init' && made && isPlainObject(made)) return !isFilled(write, context);
  if (isRecord(write)) return shape === 'entry' || (isNeverChanged(write, context) && !isCredential(write));
  return isStatus(made);
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
