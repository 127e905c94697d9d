/**
 * The result of the analysis, as plain data: what is found (`Race`), with everything that is needed to
 * say it (`witness`) and to rewrite it (`update`). Messages and edits are made from these values elsewhere.
 */

/** How sure we are that resource, sharing and concurrency are as we read them; from weak to strong. */
export const CERTAINTIES = ['possible', 'likely', 'certain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A half-open range of the source text, in UTF-16 code units. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** Who can reach a store: one process, the processes of one host, or several hosts. */
export type Scope = 'process' | 'host' | 'distributed';

/** What is shared: one key of one store, or one field of the value under that key. */
export interface Resource {
  /** Identifier of the store model, e.g. `ioredis`. */
  readonly store: string;
  readonly scope: Scope;
  /** Source-like text of the receiver, e.g. `redis` or `this.redis`. */
  readonly receiver: string;
  /** Source-like text of the key, e.g. `hits` or `user:${id}`. */
  readonly key: string;
  /** Source-like text of the hash field or JSON path, where only a part of the value is accessed. */
  readonly field?: string;
}

export type Operation = 'read' | 'check' | 'write' | 'delete' | 'atomic' | 'conditional';

/** One access of a resource at one place in the source. */
export interface Access {
  readonly operation: Operation;
  /** The method as written, e.g. `hSet`. */
  readonly method: string;
  readonly resource: Resource;
  /** The call that makes the access. */
  readonly range: SourceRange;
  /** The call in the racing function that leads to the access, where the access sits in a helper function. */
  readonly via?: SourceRange;
}

export type Dependence = 'data' | 'control';

/**
 * How the written value comes from the read one, where that is understood.
 * `step` ranges over the text of the added or subtracted expression.
 */
export type Update =
  | {
      readonly kind: 'increment';
      readonly sign: 1 | -1;
      readonly step: SourceRange | 1;
      readonly integer: boolean;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'computed' };

export type Execution = 'A' | 'B';

/** One step of the interleaving that loses data, in time order. */
export interface WitnessStep {
  readonly execution: Execution;
  readonly action: 'read' | 'suspend' | 'write';
  readonly range: SourceRange;
  /** What happens, in one short clause, e.g. "reads `hits`". */
  readonly text: string;
  /** The value read or written, where it is known or can be made up without lying, e.g. `5`. */
  readonly value?: string;
  /** True on the write that destroys the other execution's update. */
  readonly loses?: boolean;
}

export type Witness = readonly WitnessStep[];

/** What every race has, whatever its kind. */
interface RaceBase {
  readonly certainty: Certainty;
  /** Where it is reported. */
  readonly place: SourceRange;
  readonly witness: Witness;
}

/** A race between a read and a later write of one resource. It is reported at the write. */
export interface PairRace extends RaceBase {
  readonly dependence: Dependence;
  readonly read: Access;
  readonly write: Access;
  /** A point between read and write at which another execution can run. */
  readonly suspension?: SourceRange;
}

/** A key-value store's value is read, changed and set under the same key. */
export interface GetThenSetRace extends PairRace {
  readonly kind: 'get-then-set';
  /** The file is a script that one process runs: a lock in memory excludes everybody. */
  readonly singleProcess: boolean;
  readonly update: Update;
}

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
 * - `move`, `copy`: a file is moved or copied after a check of where it is, or goes to.
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
  | 'copy';

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

export type Race = GetThenSetRace | StaleWriteRace | FileReadModifyWriteRace | CheckThenActRace;
export type RaceKind = Race['kind'];
/** Whether a race is between a read and a write. */
export function isPair(race: RaceBase): race is PairRace & RaceBase {
  return 'read' in race && 'write' in race;
}

/** The races of one kind. */
export type RaceOf<K extends RaceKind> = Extract<Race, { readonly kind: K }>;
