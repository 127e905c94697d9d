/**
 * The result of the analysis, as plain data: what is found (`Race`), with everything that is needed to
 * say it (`witness`) and to rewrite it (`update`). Messages and edits are made from these values elsewhere.
 */

import type { PairRace, RaceBase } from './race/base.js';
import type { FileReadModifyWriteRace, SharedTempPathRace } from './race/files.js';
import type { UnreducedChannelRace } from './race/graph.js';
import type { CheckThenActRace, GetThenSetRace } from './race/keys.js';
import type { UnsafeLockRace } from './race/locks.js';
import type { LossyFlushRace, StaleWriteRace } from './race/memory.js';
import type { StaleRetryRace, UnkeyedRetryRace } from './race/retries.js';
import type { ConflictingWritesRace } from './race/tasks.js';
import type { FixedVectorIdRace } from './race/vectors.js';

export * from './race/base.js';
export * from './race/files.js';
export * from './race/graph.js';
export * from './race/keys.js';
export * from './race/locks.js';
export * from './race/memory.js';
export * from './race/retries.js';
export * from './race/tasks.js';
export * from './race/vectors.js';

export type Race =
  | GetThenSetRace
  | StaleWriteRace
  | FileReadModifyWriteRace
  | CheckThenActRace
  | UnsafeLockRace
  | LossyFlushRace
  | ConflictingWritesRace
  | StaleRetryRace
  | UnkeyedRetryRace
  | UnreducedChannelRace
  | FixedVectorIdRace
  | SharedTempPathRace;

export type RaceKind = Race['kind'];

/** The races of one kind. */
export type RaceOf<K extends RaceKind> = Extract<Race, { readonly kind: K }>;

/** Whether a race is between a read and a write. */
export function isPair(race: RaceBase): race is PairRace & RaceBase {
  return 'read' in race && 'write' in race;
}
