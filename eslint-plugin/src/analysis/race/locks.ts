/** Locks that exclude nobody when they have to, or everybody for ever. */
import type { RaceBase, SourceRange } from './base.js';

/**
 * What makes a lock unsafe.
 * - `no-expiry`: a holder that dies keeps it for ever;
 * - `setnx-then-expire`: the same, where it dies between taking it and giving it an end;
 * - `release-without-owner`: after its end another one holds it, and loses it; `compared` where the owner is
 *   compared before, in a step of its own;
 * - `released-before-write`: let go of before a write that it guards has come to its end;
 * - `no-finally`: it stays held where `leak` throws, or leaves (`exits`);
 * - `endless-wait`: who waits for it waits for ever where it is never let go of;
 * - `outcome-ignored`: who has not got it goes on as if he had;
 * - `one-attempt`: who does not get it at once fails;
 * - `stale-lock-file`: a holder that dies leaves the file behind;
 * - `advisory-lock-through-pool`: a database session holds it, and the pool gives each query another one;
 * - `bare-error`: who is told that it is held cannot tell so from other errors, nor when to come again.
 */
export type LockFlaw =
  | { readonly kind: 'no-expiry' }
  | { readonly kind: 'setnx-then-expire'; readonly expire: SourceRange }
  | {
      readonly kind: 'release-without-owner';
      readonly compared: boolean;
      /** The owner is compared, and all owners are called the same. */
      readonly sameToken?: boolean;
    }
  | { readonly kind: 'released-before-write'; readonly write: SourceRange; readonly awaited: boolean }
  | { readonly kind: 'no-finally'; readonly leak: SourceRange; readonly exits: boolean }
  | { readonly kind: 'endless-wait'; readonly wait: SourceRange }
  | { readonly kind: 'outcome-ignored' }
  | { readonly kind: 'one-attempt' }
  | { readonly kind: 'stale-lock-file' }
  | { readonly kind: 'advisory-lock-through-pool'; readonly lasts: 'session' | 'transaction' }
  | { readonly kind: 'bare-error' };

/** A lock as one function uses it. */
export interface Lock {
  /** Identifier of the model of the store or library, undefined where only names say that it is a lock. */
  readonly store?: string;
  /** Source-like text of what is locked. */
  readonly name: string;
  readonly acquire?: SourceRange;
  /** It ends by itself. */
  readonly expires: boolean;
  /** Calls that let go of it, in the same function. */
  readonly releases: readonly SourceRange[];
  /** What else is wrong with it at the same place. */
  readonly further: readonly LockFlaw[];
}

/** A lock that excludes nobody when it has to, or everybody for ever. */
export interface UnsafeLockRace extends RaceBase {
  readonly kind: 'unsafe-lock';
  readonly flaw: LockFlaw;
  readonly lock: Lock;
}
