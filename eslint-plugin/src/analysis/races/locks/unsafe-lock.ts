/** Locks that do not hold what they promise. */
import type { FlowAccess } from '../../flow/value.js';
import type { CallInstruction } from '../../lower/program.js';
import { CERTAINTIES, type Lock, type LockFlaw, type UnsafeLockRace } from '../../race.js';
import type { Paths } from '../../resources/code/paths.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import { advisoryCalls, poolCertainty, type AdvisoryCall } from './advisory.js';
import { isUsed } from './escapes.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { staleFileCertainty } from './lock-files.js';
import { outcomeOf } from './outcome.js';
import { findRemovals } from './removals.js';
import { findRowLocks } from './row-locks.js';
import { judgeSection, leakOf, type Finding } from './section.js';
import { certaintyOfLock, isRemovedElsewhere, laterExpiry } from './store-locks.js';
import { collectUses, isFile, isRemoval, type LockUse } from './uses.js';
import { lockWitness } from './witness.js';
import { namesAround, speaksOfLock, textOfKey } from './words.js';
import { describeKey, describeTerm } from '../names.js';

export function findUnsafeLocks(context: RaceContext): UnsafeLockRace[] {
  const rows = context.speaksOf('ock') ? findRowLocks(context) : [];
  return [...rows, ...findTakenLocks(context)];
}

function findTakenLocks(context: RaceContext): UnsafeLockRace[] {
  const summaries = context.flow.summaries.finished();
  const advisory = context.speaksOf('advisory') ? advisoryCalls(context) : [];
  const isQuiet = !summaries.some(({ locks, accesses }) => locks.length > 0 || accesses.some(mayLock));
  if (isQuiet && advisory.length === 0) return [];
  const places = context.index.paths;
  const uses = [...collectUses(summaries, places), ...advisoryUses(advisory, places)];
  const removals = findRemovals(summaries, uses, places, context);
  const races = uses.flatMap((use) => {
    const own = removals.filter((removal) => removal.use === use);
    const findings: Finding[] = [...judge(use, summaries, places, context), ...own];
    return gravest(findings).map((finding) => {
      const further = findings.filter((each) => each !== finding && !isApart(each));
      return raceOf(
        finding,
        further.map(({ flaw }) => flaw),
        use,
        context,
      );
    });
  });
  return races.map((race) => (context.isTest ? { ...race, certainty: 'possible' } : race));
}

/** It is mended by itself, whatever becomes of the rest. */
function isApart({ flaw }: Finding): boolean {
  return flaw.kind === 'bare-error' || flaw.kind === 'released-before-write';
}

/** Locks of a database session, as one function takes them. */
function advisoryUses(calls: readonly AdvisoryCall[], places: Paths): LockUse[] {
  return calls
    .filter(({ action }) => action === 'acquire')
    .map((taken) => {
      const { form, call } = taken;
      const releases = calls.flatMap((other) => {
        const isOwn = other.action === 'release' && other.runner === taken.runner;
        const site = isOwn ? places.siteIn(form, other.form, other.call) : undefined;
        return site ? [{ site, call: other.call, access: undefined }] : [];
      });
      const outcome = outcomeOf([call.to], places.instructionsOf(form));
      return {
        form,
        acquire: call,
        attempt: undefined,
        event: undefined,
        advisory: taken,
        on: taken.runner,
        releases,
        outcome,
      };
    });
}

function mayLock(access: FlowAccess): boolean {
  return access.condition === 'absent' || isRemoval(access);
}

/** Of several flaws of one call the gravest is told. */
function gravest(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const place = `${finding.place.start}-${finding.place.end}`;
    const known = byPlace.get(place);
    if (!known || rank(finding) > rank(known)) byPlace.set(place, finding);
  }
  return [...byPlace.values()];
}

function rank({ certainty }: Finding): number {
  return CERTAINTIES.indexOf(certainty);
}

function judge(use: LockUse, summaries: readonly Summary[], places: Paths, context: RaceContext): Finding[] {
  if (use.advisory) return judgeAdvisory(use, use.advisory, places, context);
  if (use.attempt && isData(use.attempt, summaries)) return [];
  const evidence = evidenceOf(use, places, context);
  const findings: Finding[] = [];
  if (use.attempt && !context.program.isLinked(use.attempt.instruction.at))
    findings.push(...judgeAttempt(use, use.attempt, evidence, summaries, places, context));
  if (!isLock(use, evidence)) return findings;
  findings.push(...judgeSection(use, evidence, summaries, places, context));
  return findings;
}

function judgeAdvisory(
  use: LockUse,
  { lasts, runner, call }: AdvisoryCall,
  places: Paths,
  context: RaceContext,
): Finding[] {
  const place = call.at;
  const certainty = poolCertainty(runner, context);
  if (certainty) return [{ flaw: { kind: 'advisory-lock-through-pool', lasts }, place, certainty }];
  const leak = lasts === 'session' ? leakOf(use, places, context) : undefined;
  return leak ? [{ ...leak, place }] : [];
}

/** A key that is written in other ways, too, holds a value: that it was absent is the first of its versions. */
function isData(attempt: FlowAccess, summaries: readonly Summary[]): boolean {
  return summaries.some(
    ({ accesses }) =>
      accesses.some(({ instruction }) => instruction === attempt.instruction) &&
      accesses.some(
        ({ key, condition, operation, form }) =>
          key === attempt.key &&
          // A holder writes its name into its lock file.
          !(isFile(attempt) && form === attempt.form) &&
          ((condition === 'matches' && operation !== 'delete') ||
            (operation === 'write' && condition === 'none')),
      ),
  );
}

/** What was gathered says that it is a lock, rather than a mark or a pool of connections. */
function isLock({ attempt, event, on, form }: LockUse, evidence: Evidence): boolean {
  if (attempt && isFile(attempt)) return evidence.keyNamed;
  if (attempt) return evidence.released || evidence.waited || evidence.keyNamed;
  if (event?.model) return true;
  const own = event?.call.callee.kind === 'member' ? textOfKey(on) : '';
  return (
    speaksOfLock(`${event?.method ?? ''} ${own}`) || (evidence.keyNamed && speaksOfLock(namesAround(form)))
  );
}

/** The conditional write itself: has it an end, and is it looked at what it came to? */
function judgeAttempt(
  use: LockUse,
  attempt: FlowAccess,
  evidence: Evidence,
  summaries: readonly Summary[],
  places: Paths,
  context: RaceContext,
): Finding[] {
  // A helper takes it for its callers, and they say what for.
  const place = attempt.via ? attempt.instruction.at : use.acquire.at;
  const findings: Finding[] = [];
  if (isFile(attempt)) {
    const stale = staleFileCertainty(use, evidence, summaries, places, context);
    return stale ? [{ flaw: { kind: 'stale-lock-file' }, place, certainty: stale }] : [];
  }
  const expire = laterExpiry(attempt, summaries);
  const certainty = certaintyOfLock(attempt, evidence, {
    removedElsewhere: isRemovedElsewhere(use, summaries),
    givenAnEnd: expire !== undefined,
  });
  if (certainty && attempt.expiry === 'none') {
    const flaw: LockFlaw = expire ? { kind: 'setnx-then-expire', expire: expire.at } : { kind: 'no-expiry' };
    findings.push({ flaw, place, certainty });
  }
  if (attempt.via) return findings;
  if (evidence.released && !attempt.outcome.checked && !isUsedResult(use, places))
    findings.push({
      flaw: { kind: 'outcome-ignored' },
      place,
      certainty: attempt.receiver.evidence === 'named' ? 'likely' : 'certain',
    });
  return findings;
}

/** The result is stored, tested, returned or handed on. */
function isUsedResult({ acquire, form }: LockUse, places: Paths): boolean {
  const wait = places.instructionsOf(form).find((each) => each.op === 'suspend' && each.from === acquire.to);
  return wait?.op === 'suspend'
    ? isUsed({ ...acquire, to: wait.to }, { form }, places)
    : isUsed(acquire, { form }, places);
}

function raceOf(
  { flaw, place, certainty }: Finding,
  further: readonly LockFlaw[],
  use: LockUse,
  context: RaceContext,
): UnsafeLockRace {
  const name = use.attempt ? describeKey(use.on, context) : describeTerm(use.on, context);
  const store = use.attempt?.receiver.model.id ?? use.event?.model?.id;
  const lock: Lock = {
    ...(store !== undefined && { store }),
    name,
    acquire: use.acquire.at,
    expires: use.attempt ? use.attempt.expiry === 'set' : use.event?.model?.scope === 'distributed',
    releases: use.releases.map(({ call }: { call: CallInstruction }) => call.at),
    further,
  };
  const witness = lockWitness({ flaw, name: `\`${name}\``, place, acquire: use.acquire.at });
  return { kind: 'unsafe-lock', flaw, lock, certainty, place, witness };
}
