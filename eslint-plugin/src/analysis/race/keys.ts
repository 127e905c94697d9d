/** Races on keys of a store, and on paths that are checked first. */
import type { PairRace, SourceRange, Update } from './base.js';

/** A key-value store's value is read, changed and set under the same key. */
export interface GetThenSetRace extends PairRace {
  readonly kind: 'get-then-set';
  /** A lock in memory excludes everybody: the file is a script that one process runs, or the store is one process's own. */
  readonly singleProcess: boolean;
  readonly update: Update;
}

/**
 * What a check-then-act looks like.
 * - `claim`: something is marked as taken, or done, after it was found free;
 * - `create`: something is made where there was nothing;
 * - `lock`: a claim of what is named a lock;
 * - `take`: something is taken out after it was looked at;
 * - `limit`: something is added after a count was found below a bound;
 * - `change`: a state is set after it was compared;
 * - `overwrite`: something is written after it was found to be there;
 * - `delete`: something is deleted after it was compared, or found to be there;
 * - `directory`: a directory is made where there was none;
 * - `move`, `copy`: a file is moved or copied after a check of where it is, or goes to;
 * - `numbered`: a file gets the number that follows those that were found.
 */
export type CheckThenActShape =
  | 'claim'
  | 'create'
  | 'lock'
  | 'take'
  | 'limit'
  | 'change'
  | 'overwrite'
  | 'delete'
  | 'directory'
  | 'move'
  | 'copy'
  | 'numbered';

/**
 * What a check has to have found for an act to happen.
 * - `absent`, `present`: there is nothing, or something;
 * - `equal`, `unequal`: it was compared with something;
 * - `limit`: a count or an amount was compared with a bound;
 * - `other`: it decides in a way that is not understood.
 */
export type Finding = 'absent' | 'present' | 'equal' | 'unequal' | 'limit' | 'other';

/** What a check found decides about an act that it no longer holds for by then. */
export interface CheckThenActRace extends PairRace {
  readonly kind: 'check-then-act';
  readonly shape: CheckThenActShape;
  /** `files` where the resource is a path. */
  readonly of: 'keys' | 'files';
  readonly found: Finding;
  /** The branch, loop or `try` that decides. */
  readonly decision?: SourceRange;
  /** The function says, by what it gives or throws, that somebody else was faster. */
  readonly tells: boolean;
}
