/** An act that rests on a check of the same resource, which others can have made untrue by then. */
import { familyOf } from '../../stores/model.js';
import { protection } from '../flow/guards.js';
import { union, type FlowAccess } from '../flow/value.js';
import type { Certainty, CheckThenActRace } from '../race.js';
import { isPrivateKey } from '../resources/keys.js';
import type { Summary } from '../summaries/summary.js';
import { placeOf, toAccess } from './access.js';
import type { RaceContext } from './context.js';
import { judgeKeyAct, keyActOf } from './key-acts.js';
import { relationTo } from './relations.js';
import type { ActEvidence, Judgement } from './act-evidence.js';
import { checkThenActWitness, suspensionBetween } from './witness.js';

export function findCheckThenAct(
  act: FlowAccess,
  summary: Summary,
  context: RaceContext,
): CheckThenActRace | undefined {
  if (!isAct(act) || isPrivateKey(act.key, context.program)) return undefined;
  const check = newestCheck(act, summary);
  if (!check) return undefined;
  // A pair that one helper makes by itself is that helper's race.
  if (act.via && check.via?.application === act.via.application) return undefined;
  if (act.receiver.model.scope === 'process' && !suspensionBetween(check, act)) return undefined;
  if (isFollowUp(act, check, summary)) return undefined;
  const guarded = protection(act.receiver.model.scope, act.key, check.guards, act.guards);
  if (guarded === 'full' || context.isGuardedByCallers(summary.form)) return undefined;
  if (guarded === 'partial' && context.singleProcess) return undefined;
  const told = relationTo(check, act.decisions);
  const evidence: ActEvidence = { act, check, summary, context, relation: told?.relation ?? 'other', decision: told?.decision };
  const judgement = judgeKeyAct(evidence);
  if (!judgement) return undefined;
  const access = toAccess(act, context);
  if (context.isExempt(act, access.resource)) return undefined;
  const suspension = suspensionBetween(check, act);
  return {
    kind: 'check-then-act',
    shape: judgement.shape,
    of: familyOf(act.receiver.model) === 'files' ? 'files' : 'keys',
    certainty: certaintyOf(evidence, judgement, guarded),
    place: placeOf(act),
    dependence: 'control',
    read: toAccess(check, context),
    write: access,
    ...(suspension && { suspension }),
    ...(told && { decision: told.decision.at }),
    witness: checkThenActWitness(check, act, suspension, judgement.shape, context),
  };
}

function isAct(access: FlowAccess): boolean {
  return familyOf(access.receiver.model) === 'key-value' && keyActOf(access) !== undefined;
}

/** The newest check, or read, of the resource on which it rests whether the act happens, or what it takes. */
function newestCheck(act: FlowAccess, summary: Summary): FlowAccess | undefined {
  const sources = keyActOf(act) === 'take' ? union(act.control, act.written?.sources ?? new Set()) : act.control;
  let newest: FlowAccess | undefined;
  let position = -1;
  for (const source of sources) {
    if (source.kind !== 'read' || !isLook(source.access) || !isSameResource(source.access, source.part, act))
      continue;
    const index = summary.accesses.indexOf(source.access);
    if (index >= position) [newest, position] = [source.access, index];
  }
  return newest;
}

function isLook({ operation }: FlowAccess): boolean {
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
  return summary.accesses.slice(from + 1, own).some(
    (earlier) =>
      earlier.key === act.key &&
      earlier.receiver.root === act.receiver.root &&
      earlier.instruction !== act.instruction &&
      (keyActOf(earlier) !== undefined || earlier.condition === 'absent') &&
      earlier.operation !== 'delete' &&
      act.decisions.length >= earlier.decisions.length,
  );
}

function certaintyOf(
  { act, check, summary, context }: ActEvidence,
  judgement: Judgement,
  guarded: 'none' | 'partial',
): Certainty {
  // Only a name says that it is a store.
  if (act.receiver.evidence === 'named' || check.receiver.evidence === 'named') return 'possible';
  if (guarded === 'partial' || judgement.isWeak) return 'possible';
  // A lock is taken between the two: whoever came later sees what the first one did, mostly.
  if (act.guards.some((guard) => guard.outcome.checked && !check.guards.includes(guard))) return 'possible';
  const concurrency = context.concurrencyOf(act.via ? summary.form : act.form);
  if (concurrency === 'once') return 'possible';
  return concurrency === 'concurrent' && judgement.shape !== 'create' ? 'certain' : 'likely';
}
