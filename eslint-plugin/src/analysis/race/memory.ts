/** Races on the memory of a process. */
import type { Access, PairRace, RaceBase, SourceRange } from './base.js';

/**
 * What a stale write in memory looks like.
 * - `update`: the new value is computed from the old one;
 * - `lazy-init`: a value is made where there was none, and kept once it has come;
 * - `entry`: the same for an entry of a container;
 * - `flag`: a constant is stored on a condition that was checked before.
 */
export type StaleWriteShape = 'update' | 'lazy-init' | 'entry' | 'flag';

/** Process memory is written after a suspension from a value, or on a condition, read before it. */
export interface StaleWriteRace extends PairRace {
  readonly kind: 'stale-write';
  readonly shape: StaleWriteShape;
  readonly suspension: SourceRange;
  /** The check of the place, stale too, on which it rests whether it is written. */
  readonly check?: Access;
}

/**
 * What a lossy flush clears.
 * - `contents`: a container; `zero`: a number or a text; `slot`: the newest value;
 * - `flag`: that there is something to save; `timer`: that it will be saved;
 * - `mark`: how much of it is saved, set to all that there is by then;
 * - `restored`: what could not be saved is put back in the place of what came meanwhile.
 */
export type LossyFlushShape = 'contents' | 'zero' | 'slot' | 'flag' | 'timer' | 'mark' | 'restored';

/** What is collected in memory is saved, and cleared after the wait for it with all that came meanwhile. */
export interface LossyFlushRace extends RaceBase {
  readonly kind: 'lossy-flush';
  readonly shape: LossyFlushShape;
  /** One entry of a container is meant. */
  readonly entry?: boolean;
  readonly clear: Access;
  /** What else is cleared by the call at that place. */
  readonly beside?: readonly SourceRange[];
  /** The wait for the save. */
  readonly suspension: SourceRange;
  /** A place of this file at which something is added meanwhile. */
  readonly addition?: SourceRange;
}
