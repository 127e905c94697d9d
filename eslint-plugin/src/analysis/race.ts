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
  /** True where another module makes the access: its ranges are those of the call that leads there. */
  readonly elsewhere?: boolean;
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
  /** A lock in memory excludes everybody: the file is a script that one process runs, or the store is one process's own. */
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

/** A node of a graph that writes a channel, and where it gives the value. */
export interface ChannelWriter {
  readonly node: string;
  readonly at: SourceRange;
}

/**
 * What goes wrong with two updates of one channel.
 * - `unreduced`: the channel takes one update a step: a second one throws;
 * - `dropped`: its reducer keeps one of them;
 * - `ordered`: its reducer gives another result where they come in another order;
 * - `repeated`: a node returns what is in the channel already, and the reducer adds it once more.
 */
export type ChannelFault = 'unreduced' | 'dropped' | 'ordered' | 'repeated';

/** What a channel of a graph holds: as far as its type, its default or its writers show. */
export type ChannelHolding = 'list' | 'object' | 'scalar' | 'unknown';

/** Two updates of a channel of a graph in one step, of which one is refused, dropped or doubled. */
export interface UnreducedChannelRace extends RaceBase {
  readonly kind: 'unreduced-channel';
  readonly fault: ChannelFault;
  readonly channel: string;
  /** Where the channel is defined, if that is in this file. */
  readonly definition?: SourceRange;
  readonly style: 'annotation' | 'zod' | 'schema' | 'legacy';
  readonly holds: ChannelHolding;
  /** The reducer that it has. */
  readonly reducer?: SourceRange;
  /** The one or two nodes that meet; one that runs several times in a step stands alone. */
  readonly writers: readonly [ChannelWriter, ...ChannelWriter[]];
  /** Everything that the nodes of the graph return for the channel. */
  readonly updates: readonly ChannelUpdate[];
}

/** One value that a node returns for a channel, and how it comes from what the channel holds. */
export interface ChannelUpdate {
  readonly at: SourceRange;
  /**
   * - `delta`: it does not come from what the channel holds;
   * - `whole`: it holds all of that, and more;
   * - `changed`: it comes from that in another way;
   * - `passed`: the whole state, or a graph's.
   */
  readonly how: 'delta' | 'whole' | 'changed' | 'passed';
  readonly holds: ChannelHolding;
}

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

/**
 * What becomes of two accesses that run together.
 * - `overwrite`: both write it, and one of the two is lost;
 * - `delete`: one deletes what the other makes;
 * - `read`: one reads what the other writes, before or after.
 */
export type ConflictKind = 'overwrite' | 'delete' | 'read';

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

export type RaceKind = Race['kind'];
/** Whether a race is between a read and a write. */
export function isPair(race: RaceBase): race is PairRace & RaceBase {
  return 'read' in race && 'write' in race;
}

/** The races of one kind. */
export type RaceOf<K extends RaceKind> = Extract<Race, { readonly kind: K }>;
