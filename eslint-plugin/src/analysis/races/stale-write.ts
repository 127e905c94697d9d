/** A write to memory that rests on what was read before a suspension. */
import { MEMORY } from '../../stores/memory.js';
import { protection } from '../flow/guards.js';
import { union, type FlowAccess, type Sources, type Suspensions } from '../flow/value.js';
import type { FunctionForm } from '../lower/program.js';
import type { Dependence, Operation, StaleWriteRace, StaleWriteShape } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { Summary } from '../summaries/summary.js';
import { placeOf, toAccess } from './access.js';
import type { RaceContext } from './context.js';
import { clearOf } from './flush-clears.js';
import { setsMark } from './flush-marks.js';
import { waitsOnlyElsewhere } from './stale-write-arms.js';
import { staleWriteCertainty } from './stale-write-certainty.js';
import { isQueued, waitsFor } from './stale-write-queue.js';
import { staleWriteWitness, suspensionBetween } from './witness.js';

const CHANGES = new Set<Operation>(['write', 'conditional', 'delete']);

export function findStaleWrite(
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): StaleWriteRace | undefined {
  if (write.receiver.model !== MEMORY || !CHANGES.has(write.operation)) return undefined;
  if (write.validated || isSingleFlight(write, summary)) return undefined;
  const update = staleRead(write, write.written?.sources, context);
  const check = staleRead(write, union(write.control, write.waited, waitsFor(write, summary)), context);
  const stale = check && !isClaimed(check, write, summary) ? check : undefined;
  if (update) return judge(update, write, { dependence: 'data', check: stale }, summary, context);
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
    const claimed = summary.accesses.some(
      (access) =>
        access.operation === 'write' &&
        access.key === check.key &&
        access !== write &&
        !isBehind(check.suspensions, access.suspensions) &&
        restsOn(access, check),
    );
    if (claimed && (!variesByCall(check.key) || variesByCall(write.key))) return true;
  }
  return false;
}

/** True for an entry under a key that callers choose: a claim of it keeps out only those who choose the same. */
function variesByCall(key: Term): boolean {
  switch (key.kind) {
    case 'parameter':
      return true;
    case 'member':
      return variesByCall(key.object);
    case 'index':
      return variesByCall(key.object) || variesByCall(key.key);
    case 'concat':
      return key.parts.some(variesByCall);
    case 'compute':
      return key.operands.some(variesByCall);
    case 'call':
      return variesByCall(key.callee) || key.arguments.some(variesByCall);
    case 'typed':
      return variesByCall(key.operand);
    default:
      return false;
  }
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
      (index < own || !isBehind(check.suspensions, access.suspensions)) &&
      access.receiver.model === write.receiver.model &&
      isSamePlace(access, write) &&
      restsOn(access, check),
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
  const guarded = protection('process', write.key, read.guards, write.guards, homeOf(write.receiver.root));
  if (guarded !== 'none' || context.isGuardedByCallers(summary.form)) return undefined;
  if (isQueued(read, summary, context)) return undefined;
  const suspension = suspensionBetween(read, write);
  const access = toAccess(write, context);
  if (!suspension || context.isExempt(write, access.resource)) return undefined;
  const shape = shapeOf(write, dependence);
  const form = write.via ? summary.form : write.form;
  const certainty = staleWriteCertainty({ write, shape, dependence, form, context });
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

/** The function whose local variable holds the state. */
function homeOf(root: Term): FunctionForm | undefined {
  if (root.kind === 'member' || root.kind === 'index') return homeOf(root.object);
  return root.kind === 'variable' && root.variable.kind === 'local' ? root.variable.owner : undefined;
}

function shapeOf(write: FlowAccess, dependence: Dependence): StaleWriteShape {
  if (dependence === 'data') return 'update';
  if (write.method !== 'assignment') return 'entry';
  return write.written?.term.kind === 'constant' ? 'flag' : 'lazy-init';
}
