/** Operations that are tried again. */
import type { RaceBase, SourceRange } from './base.js';

/** How a retry goes round: a loop, a function that calls itself, or a function handed to what calls it again. */
export type RetryShape = 'loop' | 'recursion' | 'callback';

interface RetryRace extends RaceBase {
  /** The retried call, by its name. */
  readonly method: string;
  /** The loop, the function or the call that retries. */
  readonly retried: SourceRange;
  readonly again: RetryShape;
}

/** A conditional write is retried with a version, or a value, from before the first try. */
export interface StaleRetryRace extends RetryRace {
  readonly kind: 'stale-retry';
  /** The read that no round repeats. */
  readonly read: SourceRange;
  readonly stale: 'version' | 'value';
  /**
   * What the write counts on: a version that the call names, a watched key, the object itself with a version of
   * its own, or something that the call does not show.
   */
  readonly condition: 'version' | 'watch' | 'object' | 'unseen';
  /** Each round reads the version again, though not the value. */
  readonly rereads: boolean;
}

/** What happens twice when an operation is retried whose effect had come. */
export type RepeatedEffect = 'increment' | 'push' | 'insert' | 'publish' | 'payment';

/** An operation that adds something each time is retried, with nothing to tell that it is the same one. */
export interface UnkeyedRetryRace extends RetryRace {
  readonly kind: 'unkeyed-retry';
  readonly effect: RepeatedEffect;
  /** An id that each round makes anew. */
  readonly renewed?: SourceRange;
  /** Where the operation takes an id: a property of the options at this position, which the call does not have. */
  readonly idPlace?: { readonly at: number; readonly property: string };
}
