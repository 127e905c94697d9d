/** What the flow knows of a value: what it denotes, and which reads it comes from. */
import type { CallInstruction, FunctionForm, Instruction, SuspendInstruction } from '../lower/program.js';
import type { Operation, SourceRange } from '../race.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import type { Guard } from './guards.js';

/** Where data came from: a read (or one part of what it gave), or whatever the caller passes. */
export type Source =
  | { readonly kind: 'read'; readonly access: FlowAccess; readonly part?: string }
  | { readonly kind: 'parameter'; readonly form: FunctionForm; readonly index: number };

export type Sources = ReadonlySet<Source>;

export const NO_SOURCES: Sources = new Set();

export interface Value {
  readonly term: Term;
  /** Data dependence: the reads and parameters that the value is computed from. */
  readonly sources: Sources;
  /** Values of its properties or elements, where they are known one by one. */
  readonly parts?: ReadonlyMap<string, Value>;
  /** Properties whose names are computed. */
  readonly computed?: readonly { readonly key: Term; readonly value: Value }[];
}

/** The suspensions passed so far, newest first. */
export interface Suspensions {
  readonly at: SuspendInstruction | CallInstruction;
  readonly before: Suspensions | undefined;
  readonly count: number;
  /** It waits for something else than a store that lets nobody in meanwhile. */
  readonly foreign: boolean;
}

/** A test that decided whether an access happens, and how it came out. */
export interface Decision {
  /** What was tested; for `threw`, what the read or check that was tried would have given. */
  readonly test: Term;
  /** `threw`: something was tried, and failed. */
  readonly on: 'truthy' | 'nullish' | 'threw';
  readonly holds: boolean;
  /** What the tested value comes from. */
  readonly reads: Sources;
  /** The branch, loop or `try`. */
  readonly at: SourceRange;
  /** It is the condition of a loop, on the way into another round. */
  readonly again?: boolean;
}

/** Where an execution leaves a function, and what it gives. */
export interface Exit {
  readonly how: 'return' | 'throw';
  readonly value: Value | undefined;
  readonly decisions: readonly Decision[];
  /** How many accesses the walk had met by then. */
  readonly behind: number;
  readonly form: FunctionForm;
}

/** An access as the flow meets it, in evaluation order. */
export interface FlowAccess {
  readonly operation: Operation;
  /** `matches` is a compare-and-set: right only where its outcome is looked at. */
  readonly condition: 'none' | 'absent' | 'present' | 'matches';
  /** Whether a conditionally written key ends by itself; `unknown` where the call does not write its options out. */
  readonly expiry?: 'set' | 'none' | 'unknown';
  readonly receiver: Receiver;
  readonly method: string;
  readonly key: Term;
  /** The key stands for several: a list of keys that is not written out. */
  readonly many: boolean;
  /** The last part of the key is inside of what is written. */
  readonly keyInValue: boolean;
  /** It is over when the call returns. */
  readonly sync: boolean;
  /** Undefined for the whole value. */
  readonly field: Term | undefined;
  readonly written: Value | undefined;
  /** What is written was changed in place after it was read or made. */
  readonly changedInPlace: boolean;
  /** The instruction that makes the access. */
  readonly instruction: Instruction;
  /** The function whose text holds the instruction. */
  readonly form: FunctionForm;
  /** The call in the walked function that led here, and which application of a summary that was. */
  readonly via?: { readonly call: CallInstruction; readonly application: number };
  readonly guards: readonly Guard[];
  /** Reads on which it depends whether the access happens. */
  readonly control: Sources;
  /** The tests that decided so, outermost first. */
  readonly decisions: readonly Decision[];
  readonly suspensions: Suspensions | undefined;
  /** Reads that decided whether the execution waited before it. */
  readonly waited: Sources;
  /** The program has asked, since the last suspension, whether it is still the current execution. */
  readonly validated: boolean;
  /** The key was deleted earlier in the same execution. */
  readonly afterDelete: boolean;
  /** The term of the call's result. */
  readonly result: Term;
  /** Set once the result has been looked at: returned, tested, compared, thrown on. */
  outcome: { checked: boolean };
}

export function valueOf(
  term: Term,
  sources: Sources = NO_SOURCES,
  parts?: ReadonlyMap<string, Value>,
): Value {
  return parts ? { term, sources, parts } : { term, sources };
}

/** A value that comes from so many reads takes in no more: a list of all that was ever read. */
const MAX_SOURCES = 256;

export function union(...sets: readonly Sources[]): Sources {
  let result: Sources = NO_SOURCES;
  let owned: Set<Source> | undefined;
  for (const set of sets) {
    if (set.size === 0 || set === result || result.size >= MAX_SOURCES) continue;
    if (result.size === 0) {
      result = set;
      continue;
    }
    for (const source of set) {
      if (result.has(source)) continue;
      if (!owned) result = owned = new Set(result);
      owned.add(source);
    }
  }
  return result;
}

const parts = new WeakMap<FlowAccess, Map<string | undefined, Source>>();

/** The source that stands for a read, or for one property of what it gave. */
export function readSource(access: FlowAccess, part?: string): Source {
  let known = parts.get(access);
  if (!known) parts.set(access, (known = new Map<string | undefined, Source>()));
  let source = known.get(part);
  if (!source) known.set(part, (source = { kind: 'read', access, ...(part !== undefined && { part }) }));
  return source;
}

/** Narrows whole-value reads to one property: what is known of a hash is known of its fields. */
export function narrow(sources: Sources, part: string): Sources {
  let changed = false;
  const narrowed = new Set<Source>();
  for (const source of sources) {
    if (source.kind === 'read' && source.part === undefined && source.access.field === undefined) {
      narrowed.add(readSource(source.access, part));
      changed = true;
    } else {
      narrowed.add(source);
    }
  }
  return changed ? narrowed : sources;
}
