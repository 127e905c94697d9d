/** An act that rests on a check of the same resource, which others can have made untrue by then. */
import { familyOf } from '../../../stores/model.js';
import { protection } from '../../flow/guards.js';
import { union, type FlowAccess } from '../../flow/value.js';
import type { Certainty, CheckThenActRace } from '../../race.js';
import { isPrivateKey } from '../../resources/keys.js';
import type { Summary } from '../../summaries/summary.js';
import { placeOf, toAccess } from '../access.js';
import type { RaceContext } from '../context.js';
import { fileActOf, isOfProcesses, isOnHandle, judgeFileAct } from './file-acts.js';
import { judgeKeyAct, keyActOf } from './key-acts.js';
import { relationTo } from './relations.js';
import { isForked, isInteractive, isRunOnce } from '../callers/single-process.js';
import { runsAtStart } from '../callers/start-up.js';
import { isCommand } from '../files/certainty.js';
import { isListing, isLookAtFolder, numberedBy } from './folders.js';
import { looksForFreeName } from './free-names.js';
import { isWaitedFor } from './waited-for.js';
import { tellsDifference, type ActEvidence, type Judgement } from './evidence.js';
import { checkThenActWitness, suspensionBetween } from '../witness.js';

export function findCheckThenAct(
  act: FlowAccess,
  summary: Summary,
  context: RaceContext,
): CheckThenActRace | undefined {
  if (!isAct(act)) return undefined;
  const isPrivate = isPrivateKey(act.key, context.program);
  for (const check of checksOf(act, summary, context)) {
    // Room in a folder is shared, whatever a file in it is called.
    if (isPrivate && !isListing(check)) continue;
    const race = judge(check, act, summary, context);
    // Keys are judged by the newest look, and so is what is looked at again under a lock: it is there so that the
    // older ones need not hold.
    if (race || familyOf(act.receiver.model) !== 'files' || isGuarded(check, act)) return race;
  }
  return undefined;
}

/** True where nobody else can come between the two. */
function isGuarded(check: FlowAccess, act: FlowAccess): boolean {
  return protection(act.receiver.model.scope, act.key, check.guards, act.guards) === 'full';
}

function judge(
  check: FlowAccess,
  act: FlowAccess,
  summary: Summary,
  context: RaceContext,
): CheckThenActRace | undefined {
  // A pair that one helper makes by itself is that helper's race.
  if (act.via && check.via?.application === act.via.application) return undefined;
  if (act.receiver.model.scope === 'process' && !suspensionBetween(check, act)) return undefined;
  if (isFollowUp(act, check, summary)) return undefined;
  const guarded = protection(act.receiver.model.scope, act.key, check.guards, act.guards);
  if (guarded === 'full' || context.isGuardedByCallers(summary.form)) return undefined;
  if (guarded === 'partial' && context.singleProcess) return undefined;
  const told = relationTo(check, act.decisions);
  const isFree = !told && looksForFreeName(act, summary, context).includes(check);
  const evidence: ActEvidence = {
    act,
    check,
    summary,
    context,
    relation:
      told?.relation ?? (isFree || (act.control.size === 0 && !isListing(check)) ? 'absent' : 'other'),
    decision: told?.decision,
  };
  const isFile = familyOf(act.receiver.model) === 'files';
  const judgement = isFile ? judgeFileAct(evidence) : judgeKeyAct(evidence);
  if (!judgement) return undefined;
  const access = toAccess(act, context);
  if (context.isExempt(act, access.resource)) return undefined;
  const suspension = suspensionBetween(check, act);
  return {
    kind: 'check-then-act',
    shape: judgement.shape,
    of: isFile ? 'files' : 'keys',
    found: evidence.relation,
    certainty: certaintyOf(evidence, judgement, guarded),
    place: placeOf(act),
    dependence: 'control',
    read: toAccess(check, context),
    write: access,
    ...(suspension && { suspension }),
    ...(told && { decision: told.decision.at }),
    tells: tellsDifference(evidence),
    witness: checkThenActWitness(check, act, suspension, judgement.shape, context),
  };
}

function isAct(access: FlowAccess): boolean {
  switch (familyOf(access.receiver.model)) {
    case 'key-value':
      return keyActOf(access) !== undefined;
    case 'files':
      return fileActOf(access) !== undefined;
    default:
      return false;
  }
}

/** The checks, and reads, of the resource on which it rests whether the act happens, or what it takes; newest first. */
function checksOf(act: FlowAccess, summary: Summary, context: RaceContext): readonly FlowAccess[] {
  const taken = keyActOf(act) === 'take' ? act.written?.sources : undefined;
  const checks = new Set<FlowAccess>();
  for (const source of taken ? union(act.control, taken) : act.control) {
    if (source.kind !== 'read' || source.access === act) continue;
    if (!isLook(source.access)) continue;
    if (isSameResource(source.access, source.part, act) || isLookAtFolder(source.access, act))
      checks.add(source.access);
  }
  if (familyOf(act.receiver.model) === 'files') {
    for (const look of looksForFreeName(act, summary, context)) checks.add(look);
    for (const look of numberedBy(act, summary)) checks.add(look);
  }
  const position = (access: FlowAccess): number => summary.accesses.indexOf(access);
  return [...checks].sort((a, b) => position(b) - position(a));
}

function isLook(access: FlowAccess): boolean {
  const { operation } = access;
  if (familyOf(access.receiver.model) === 'files' && isOnHandle(access)) return false;
  return operation === 'read' || operation === 'check';
}

/** Same store, same key, and fields that overlap. */
export function isSameResource(look: FlowAccess, part: string | undefined, act: FlowAccess): boolean {
  if (look.receiver.root !== act.receiver.root || look.key !== act.key || look.many || act.many) return false;
  if (!act.field || !look.field) {
    const named = act.field?.kind === 'constant' ? String(act.field.value) : undefined;
    // One field of a whole hash was looked at: another one is written.
    return part === undefined || named === undefined || part === named || !isFieldName(part);
  }
  return look.field === act.field;
}

/** `length` of a list, and positions in it, are no fields. */
function isFieldName(part: string): boolean {
  return part !== 'length' && !/^\d+$/u.test(part);
}

/** What follows an act that was judged already: the first one claims, or is the race. */
function isFollowUp(act: FlowAccess, check: FlowAccess, summary: Summary): boolean {
  const own = summary.accesses.indexOf(act);
  const from = summary.accesses.indexOf(check);
  return summary.accesses
    .slice(from + 1, own)
    .some(
      (earlier) =>
        earlier.key === act.key &&
        earlier.receiver.root === act.receiver.root &&
        earlier.instruction !== act.instruction &&
        isClaim(earlier) &&
        act.decisions.length >= earlier.decisions.length,
    );
}

function isClaim(access: FlowAccess): boolean {
  if (access.operation === 'delete' || fileActOf(access) === 'ensure') return false;
  return access.condition === 'absent' || isAct(access);
}

/** What is taken by one of several processes, or run by them: a command, forks, locks and files of process ids. */
function areProcessesLikely({ act, context }: ActEvidence, { shape }: Judgement): boolean {
  if (shape === 'lock' || shape === 'claim' || shape === 'directory') return true;
  return isOfProcesses(act.key) || isCommand(context) || isForked(context.program);
}

/**
 * Within one process nobody comes between: one that comes from another finds nothing, and loses nothing. What is
 * deleted in the background is still there when the next one looks.
 */
function isSyncDelete({ shape }: Judgement, { method }: FlowAccess, isWaited: boolean): boolean {
  return shape === 'delete' && !isWaited && method.endsWith('Sync');
}

function certaintyOf(evidence: ActEvidence, judgement: Judgement, guarded: 'none' | 'partial'): Certainty {
  const { act, check, summary, context } = evidence;
  // Only a name says that it is a store.
  if (act.receiver.evidence === 'named' || check.receiver.evidence === 'named') return 'possible';
  if (guarded === 'partial' || judgement.isWeak) return 'possible';
  // A lock is taken between the two: whoever came later sees what the first one did, mostly.
  if (act.guards.some((guard) => guard.outcome.checked && !check.guards.includes(guard))) return 'possible';
  const form = act.via ? summary.form : act.form;
  const isOfFiles = familyOf(act.receiver.model) === 'files';
  const concurrency = context.concurrencyOf(form, isOfFiles ? 'process' : 'stores');
  if (isOfFiles) {
    if (context.isOneShot || isInteractive(context.program)) return 'possible';
    // A program that starts twice at once is rare, and makes its directories at the start.
    if (form.kind === 'module')
      return judgement.shape === 'directory' && !isRunOnce(context.program) ? 'likely' : 'possible';
    // Who waits until it is gone expects others.
    if (concurrency === 'once' && isRunOnce(context.program) && !isWaitedFor(evidence)) return 'possible';
    const isWaited = suspensionBetween(check, act) !== undefined;
    if (
      !areProcessesLikely(evidence, judgement) &&
      (runsAtStart(form, context) || isSyncDelete(judgement, act, isWaited))
    )
      return 'possible';
    return concurrency === 'concurrent' && isWaited ? 'certain' : 'likely';
  }
  if (concurrency === 'once') return 'possible';
  // One step for this process; only another tab, or another process, can come in between.
  if (check.sync && act.sync && !suspensionBetween(check, act)) return 'possible';
  return concurrency === 'concurrent' && judgement.shape !== 'create' ? 'certain' : 'likely';
}
