/** Acts on keys of stores: which of them are claims, and which only fill a cache. */
import type { MethodModel } from '../../../stores/model.js';
import type { FlowAccess } from '../../flow/value.js';
import {
  givesWhatItFound,
  hasOtherEffects,
  isWorkedWith,
  tellsDifference,
  usesOfAct,
  type ActEvidence,
  type Judgement,
} from './evidence.js';
import { isFreshId, isHadBefore, isMarkerValue } from './markers.js';
import { isRefused } from './refusals.js';
import { describeKey } from '../names.js';
import type { Use } from '../uses.js';

export type KeyAct = 'write' | 'add' | 'count' | 'take' | 'delete';

/** What an access does to its key that can be too late; undefined where it cannot. */
export function keyActOf(access: FlowAccess): KeyAct | undefined {
  if (access.operation === 'read' || access.operation === 'check' || access.condition === 'absent')
    return undefined;
  const method = methodOf(access);
  if (method?.adds) return 'add';
  if (method?.takes) return 'take';
  if (method?.counts) return 'count';
  if (access.operation === 'delete') return access.condition === 'none' ? 'delete' : undefined;
  if (access.operation === 'write') return 'write';
  if (access.operation !== 'conditional') return undefined;
  return access.condition === 'matches' && access.outcome.checked ? undefined : 'write';
}

function methodOf({ receiver: { model }, method }: FlowAccess): MethodModel | undefined {
  return model.methods[model.ignoresCase ? method.toLowerCase() : method];
}

/** What a check of a key and an act on it come to; undefined where there is no harm. */
export function judgeKeyAct(evidence: ActEvidence): Judgement | undefined {
  if (isUpdatedElsewhere(evidence) || (comesFromCheck(evidence) && keyActOf(evidence.act) !== 'take'))
    return undefined;
  switch (keyActOf(evidence.act)) {
    case 'write':
      return judgeWrite(evidence);
    case 'add':
      return judgeAddition(evidence);
    case 'count':
      return judgeCount(evidence);
    case 'take':
      return judgeTake(evidence);
    case 'delete':
      return judgeDelete(evidence);
    case undefined:
      return undefined;
  }
}

/** Whoever is too late is told so: by what the function gives, or by an answer that it sends. */
function isTold(evidence: ActEvidence): boolean {
  return tellsDifference(evidence) || isRefused(evidence);
}

const strong = (shape: Judgement['shape']): Judgement => ({ shape, isWeak: false });
const weak = (shape: Judgement['shape']): Judgement => ({ shape, isWeak: true });

function judgeWrite(evidence: ActEvidence): Judgement | undefined {
  const { act, relation } = evidence;
  const isMarked =
    act.written === undefined ||
    isMarkerValue(act.written, evidence.context.program) ||
    (isHadBefore(evidence) && hasOtherEffects(evidence));
  const isLookup = givesWhatItFound(evidence) && !isRefused(evidence);
  if (isLookup) return judgeLookup(evidence);
  switch (relation) {
    case 'absent':
      return judgeFirstWrite(evidence, isMarked);
    case 'present':
      return isMarked && !isWorkedWith(evidence) ? weak('overwrite') : undefined;
    case 'equal':
      if (!isMarked) return undefined;
      return isTold(evidence) || hasOtherEffects(evidence) ? strong('change') : weak('change');
    case 'unequal':
      // Written only where it differs: who comes second writes the same.
      return isMarked && hasOtherEffects(evidence) ? strong('change') : undefined;
    case 'limit':
      return isMarked && !isTimeToLive(evidence.check) ? strong('limit') : undefined;
    case 'other':
      if (!isMarked) return undefined;
      return isTold(evidence) || (hasOtherEffects(evidence) && !isWorkedWith(evidence))
        ? strong(claimShape(evidence))
        : weak(claimShape(evidence));
  }
}

/** A key is written where there was nothing, and what would have been there is not given back. */
function judgeFirstWrite(evidence: ActEvidence, isMarked: boolean): Judgement | undefined {
  const shape = claimShape(evidence);
  if (isTold(evidence)) return strong(shape);
  // Work is done twice, as by every cache whose entry has run out.
  if (!isMarked) return undefined;
  if (evidence.check.operation === 'read' && isWorkedWith(evidence)) return weak('create');
  return strong(shape);
}

/**
 * What was found is given back, what was not is made, kept and given: a cache. It claims only where it hands
 * out a new id, of which only the last one is kept, or where it says itself that something is done once.
 */
function judgeLookup(evidence: ActEvidence): Judgement | undefined {
  const { act, relation, context } = evidence;
  if (relation !== 'absent') return undefined;
  const term = act.written?.term;
  if (term && isFreshId(term, context.program)) return strong('create');
  const isOnce = /idempot|dedup|processed/iu.test(describeKey(act.key, context));
  return isOnce && hasOtherEffects(evidence) ? strong('claim') : undefined;
}

function judgeAddition(evidence: ActEvidence): Judgement | undefined {
  const { relation, act } = evidence;
  if (isLookedAt(usesOfAct(evidence))) return undefined;
  if (relation === 'limit') return strong('limit');
  if (relation !== 'absent' && relation !== 'other') return undefined;
  if (isTold(evidence) || hasOtherEffects(evidence)) return strong(claimShape(evidence));
  // A set takes the same member twice; a list, or a text, has it twice.
  const isSet = /^sadd$/iu.test(act.method);
  return isSet || relation === 'other' ? undefined : strong('create');
}

function judgeCount(evidence: ActEvidence): Judgement | undefined {
  if (usesOfAct(evidence).some(isBoundCheck)) return undefined;
  if (isTimeToLive(evidence.check)) return undefined;
  if (evidence.relation === 'limit') return strong('limit');
  return evidence.relation === 'absent' && isTold(evidence) ? strong('claim') : undefined;
}

function judgeTake(evidence: ActEvidence): Judgement | undefined {
  const { check, act } = evidence;
  if (isLookedAt(usesOfAct(evidence))) return undefined;
  const isFound = check.operation === 'read';
  if (isFound) return isWorkedWith(evidence) ? strong('take') : undefined;
  if (evidence.relation !== 'present' && evidence.relation !== 'limit') return undefined;
  // What is taken is worked with, though it may be nothing.
  return act.written === undefined && usesOfAct(evidence).length > 0 ? strong('take') : undefined;
}

function judgeDelete(evidence: ActEvidence): Judgement | undefined {
  const { check, relation } = evidence;
  if (isLookedAt(usesOfAct(evidence))) return undefined;
  if (relation === 'equal') return weak('delete');
  if (relation !== 'present' || check.operation !== 'read' || check.field !== evidence.act.field)
    return undefined;
  if (!isWorkedWith(evidence) || !isRedeemed(evidence)) return undefined;
  return isSingleUse(evidence) ? strong('take') : weak('take');
}

/** Names of what only one caller may have; a session or a draft is also read, and deleted, by its owner. */
const SINGLE_USE =
  /token|otp|(?<!post|zip|country)code|nonce|invit|coupon|voucher|ticket|challenge|claim|redeem|consum|dequeue|verif|magic|one.?time|pop|take|queue|job|task|pending|credit/iu;

function isSingleUse({ act, summary, context }: ActEvidence): boolean {
  return SINGLE_USE.test(describeKey(act.key, context)) || SINGLE_USE.test(summary.form.name ?? '');
}

/** What was found is given to the caller, or something is done with it: twice, where two have found it. */
function isRedeemed(evidence: ActEvidence): boolean {
  const given = evidence.summary.exits.some(
    ({ how, value }) =>
      how === 'return' &&
      value !== undefined &&
      [...value.sources].some((source) => source.kind === 'read' && source.access === evidence.check),
  );
  return given || hasOtherEffects(evidence);
}

/** True where somebody looks whether there was something to take, or whether it was there already. */
function isLookedAt(uses: readonly Use[]): boolean {
  return uses.some(({ kind }) => kind === 'tested' || kind === 'compared' || kind === 'returned');
}

/** `if ((await redis.incr(key)) > limit)`: the count is looked at again; `=== 1` asks whether it is new. */
function isBoundCheck(use: Use): boolean {
  return use.kind === 'returned' || (use.kind === 'compared' && /^[<>]/u.test(use.operator));
}

function isTimeToLive({ method }: FlowAccess): boolean {
  return /^p?ttl$/iu.test(method);
}

/** The written value is computed from what was read: another rule's race. */
function comesFromCheck({ act, check }: ActEvidence): boolean {
  return readsOf(act).has(check) && check.operation === 'read';
}

/** The same read is what another write of the key is computed from: the race is there. */
function isUpdatedElsewhere({ act, check, summary }: ActEvidence): boolean {
  return summary.accesses.some(
    (other) =>
      other !== act &&
      other.key === act.key &&
      other.operation === 'write' &&
      readsOf(other).has(check) &&
      check.operation === 'read',
  );
}

function readsOf({ written }: FlowAccess): ReadonlySet<FlowAccess> {
  return new Set(
    [...(written?.sources ?? [])].flatMap((source) => (source.kind === 'read' ? [source.access] : [])),
  );
}

function claimShape({ act, context }: ActEvidence): 'lock' | 'claim' {
  return /(?<![bc])lock(?!ed)|mutex|lease|leader|semaphore/iu.test(describeKey(act.key, context))
    ? 'lock'
    : 'claim';
}
