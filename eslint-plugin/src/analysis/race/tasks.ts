/** Races between tasks that run together. */
import type { Access, RaceBase, SourceRange } from './base.js';

/**
 * What becomes of two accesses that run together.
 * - `overwrite`: both write it, and one of the two is lost;
 * - `delete`: one deletes what the other makes;
 * - `read`: one reads what the other writes, before or after;
 * - `make`: one makes the directory that the other writes into.
 */
export type ConflictKind = 'overwrite' | 'delete' | 'read' | 'make';

/** Tasks that run together write the same thing, or the order in which they happen to run decides what is left. */
export interface ConflictingWritesRace extends RaceBase {
  readonly kind: 'conflicting-parallel-writes';
  readonly conflict: ConflictKind;
  /** How they come to run together: a list of tasks, one for each element, rounds of a loop, a call left alone. */
  readonly together: 'list' | 'each' | 'loop' | 'left';
  readonly first: Access;
  /** The same access as `first`, made by another task, where each task makes one. */
  readonly second: Access;
  /** The call that runs them, or that is left alone. */
  readonly group: SourceRange;
}
