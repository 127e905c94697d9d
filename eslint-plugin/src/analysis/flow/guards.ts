/** What excludes others from read to write. */
import type { CallInstruction, FunctionForm } from '../lower/program.js';
import type { Scope } from '../race.js';
import { mentionsParameter, type Term } from '../resources/terms.js';

/** One acquisition: accesses are guarded together when they hold the same one. */
export interface Guard {
  readonly kind: 'lock' | 'watch' | 'queue';
  /** Whom it excludes; `unknown` where only its name says that it is a lock. */
  readonly scope: Scope | 'unknown';
  /** What is locked: the lock's key, or the object that is the lock. */
  readonly on: Term;
  /** A call names what it locks: a lock for one key lets others in for another. */
  readonly keyed?: boolean;
  /** The function in which the execution itself makes it, so that every execution of that one has another one. */
  readonly madeIn: FunctionForm | undefined;
  /** What taking it gave: a handle, or the function that releases it. */
  readonly given?: Term;
  readonly call: CallInstruction;
  /** A lock taken by a conditional write holds only where the outcome is looked at. */
  readonly outcome: { checked: boolean };
}

const RANK: Readonly<Record<Scope | 'unknown', number>> = { process: 0, host: 1, distributed: 2, unknown: 2 };

/**
 * How well the guards that both ends of a race hold protect a store of this scope.
 * @param home The function each execution of which has a resource of its own.
 */
export function protection(
  scope: Scope,
  key: Term,
  first: readonly Guard[],
  second: readonly Guard[],
  home?: FunctionForm,
): 'none' | 'partial' | 'full' {
  let best: 'none' | 'partial' | 'full' = 'none';
  for (const guard of first) {
    if (guard.madeIn && guard.madeIn !== home) continue;
    if (!second.includes(guard) || !guard.outcome.checked || !covers(guard, key, scope)) continue;
    if (RANK[guard.scope] >= RANK[scope]) return 'full';
    best = 'partial';
  }
  return best;
}

/** A lock whose key varies guards nothing of a resource whose key is always the same. */
function covers({ on, keyed }: Guard, key: Term, scope: Scope): boolean {
  if (keyed && scope === 'process' && mentionsParameter(on) && !mentionsParameter(key)) return false;
  return key.kind !== 'constant' || on.kind !== 'concat';
}

/**
 * Names that say "this runs its callback alone", for helpers that the file does not show. A guess that
 * silences is cheaper than a false alarm; `settings.interleave.locks` says it for certain.
 */
export function isLockRunnerName(name: string): boolean {
  return /(?<![bcf]|un)lock(?!ed|out)|mutex|exclusive|critical|serially|serialized|synchroni[sz]ed|semaphore|blockConcurrencyWhile/iu.test(
    name,
  );
}

/** Names of calls that take a lock and leave it held. */
export function isAcquireName(name: string): boolean {
  return /^(?:acquire|lock|take|obtain|get)(?:[A-Z]\w*)?(?:Lock|Mutex|Lease|Semaphore)$|^(?:acquire|lock)$|^acquire[A-Z]\w*$/u.test(
    name,
  );
}

export function isReleaseName(name: string): boolean {
  return /^(?:release|unlock|free)(?:[A-Z]\w*)?$|Unlock$|^releaseLock/u.test(name);
}
