/** Races on the records of a vector index. */
import type { Access, RaceBase, SourceRange } from './base.js';

/** Why an id names the same record for callers that mean different ones. */
export type FixedId =
  /** It is written out, or put together from what is. */
  | 'constant'
  /** It counts from the same number at each call. */
  | 'index'
  /** It is how many there were: two callers count the same. */
  | 'count'
  /** It is the same for all callers at a time. */
  | 'shared'
  /** One for each topic: all who write about it write to it. */
  | 'topic';

/** Records are written to a vector index under ids that other callers use, too. */
export interface FixedVectorIdRace extends RaceBase {
  readonly kind: 'fixed-vector-id';
  readonly id: FixedId;
  /** Where the id is made. */
  readonly made: SourceRange;
  readonly write: Access;
}
