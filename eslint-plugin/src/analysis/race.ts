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

export type Race = GetThenSetRace | StaleWriteRace | StaleRetryRace | UnkeyedRetryRace;
export type RaceKind = Race['kind'];
/** Whether a race is between a read and a write. */
export function isPair(race: RaceBase): race is PairRace & RaceBase {
  return 'read' in race && 'write' in race;
}

/** The races of one kind. */
export type RaceOf<K extends RaceKind> = Extract<Race, { readonly kind: K }>;
