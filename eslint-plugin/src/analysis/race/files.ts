/** Races on files. */
import type { Access, PairRace, RaceBase } from './base.js';

/** A file is read, changed and written, in place or by a rename onto it. */
export interface FileReadModifyWriteRace extends PairRace {
  readonly kind: 'file-read-modify-write';
  /** How the new content gets there: into the file, or as another file that takes its place in one step. */
  readonly replaced: 'in place' | 'whole';
  /** Who can write in between: other calls of this process too, or only other processes. */
  readonly rivals: 'calls' | 'processes';
  /** A lock in memory is held from read to write: it keeps out this process's own calls only. */
  readonly locked: boolean;
}

/**
 * Why another execution can name the same path.
 * - `fixed`: nothing in it varies;
 * - `process`: only the id of the process does;
 * - `clock`: only the time does;
 * - `process-clock`: only both do;
 * - `random`: only a weak random number does;
 * - `beside`: it is the name of a shared file with a suffix;
 * - `varies`: an argument is part of it, which others may pass, too.
 */
export type PathReason =
  'fixed' | 'process' | 'clock' | 'process-clock' | 'random' | 'counter' | 'given' | 'beside' | 'varies';

/** A scratch file, or an output, is written under a path that another execution can name too. */
export interface SharedTempPathRace extends RaceBase {
  readonly kind: 'shared-temp-path';
  readonly reason: PathReason;
  /** The access that writes it: of a file library, or a command that is told the path. */
  readonly write: Access;
}
