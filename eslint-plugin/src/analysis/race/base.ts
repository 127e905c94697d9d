/** What every kind of race is told with: certainty, ranges, resources, accesses, the witness. */

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
export interface RaceBase {
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
