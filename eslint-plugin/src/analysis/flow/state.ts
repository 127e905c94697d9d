/** The abstract state at one point of the walk, and how two of them join. */
import type { Variable } from '../lower/program.js';
import type { Term, TermTable } from '../resources/terms.js';
import { ForkedMap, ForkedSet } from './forked-map.js';
import type { Guard } from './guards.js';
import {
  NO_SOURCES,
  union,
  valueOf,
  type Decision,
  type FlowAccess,
  type Sources,
  type Suspensions,
  type Value,
} from './value.js';

export class State {
  private constructor(
    readonly variables: ForkedMap<Variable, Value>,
    /** Values stored to members, by the member's term. */
    readonly members: ForkedMap<Term, Value>,
    /** Reads that objects have taken in since they were made. */
    readonly taken: ForkedMap<Term, Sources>,
    /** Objects changed in place. */
    readonly changed: ForkedSet<Term>,
    /** Terms known to be null, undefined or falsy here: they carry nothing. */
    readonly empty: ForkedSet<Term>,
    public guards: readonly Guard[],
    public control: Sources,
    public decisions: readonly Decision[],
    public suspensions: Suspensions | undefined,
    public deletes: readonly FlowAccess[],
    /** Reads that decided whether to wait, where the execution goes on either way. */
    public waited: Sources,
    /** The newest suspension behind which the program asked whether it is still the current execution. */
    public validated: Suspensions | undefined,
  ) {}

  static start(): State {
    return new State(
      new ForkedMap(),
      new ForkedMap(),
      new ForkedMap(),
      new ForkedSet(),
      new ForkedSet(),
      [],
      NO_SOURCES,
      [],
      undefined,
      [],
      NO_SOURCES,
      undefined,
    );
  }

  clone(): State {
    return new State(
      this.variables.fork(),
      this.members.fork(),
      this.taken.fork(),
      this.changed.fork(),
      this.empty.fork(),
      this.guards,
      this.control,
      this.decisions,
      this.suspensions,
      this.deletes,
      this.waited,
      this.validated,
    );
  }

  /** An object takes in what is stored into it; so does every object it is a member of. */
  take(term: Term, sources: Sources): void {
    for (let target: Term | undefined = term; target; target = containerOf(target)) {
      this.changed.add(target);
      if (sources.size > 0) this.taken.set(target, union(this.taken.get(target) ?? NO_SOURCES, sources));
    }
  }

  /** True where the object, or one of its members, was changed in place. */
  isChanged(term: Term): boolean {
    return this.changed.has(term);
  }
}

function containerOf(term: Term): Term | undefined {
  if (term.kind === 'member' || term.kind === 'index') return term.object;
  if (term.kind === 'typed') return term.operand;
  // `list.at(-1)` and `list.find(…)` give parts of the list.
  // What `JSON.parse` or a library gives is no part of `JSON` or of the library.
  if (term.kind !== 'call' || term.callee.kind !== 'member') return undefined;
  const { object } = term.callee;
  return object.kind === 'global' || object.kind === 'import' ? undefined : object;
}

/** True where a value, under any notation, is an object that was changed since it was read or made. */
export function isChangedInPlace(state: State, term: Term | undefined, depth = 0): boolean {
  if (!term || depth > 4) return false;
  if (state.isChanged(term)) return true;
  if (term.kind === 'typed') return isChangedInPlace(state, term.operand, depth + 1);
  if (term.kind === 'call')
    return term.arguments.some((argument) => isChangedInPlace(state, argument, depth + 1));
  return term.kind === 'either' && term.options.some((option) => isChangedInPlace(state, option, depth + 1));
}

/** Joins two states that can both reach a point. `implied` are the reads that decided between them. */
export function join(
  terms: TermTable,
  at: number,
  left: State | null,
  right: State | null,
  implied: Sources = NO_SOURCES,
): State | null {
  if (!left || !right || left === right) return left ?? right;
  const joined = left.clone();
  for (const { key, value } of right.variables.entriesNotIn(left.variables)) {
    const other = left.variables.get(key);
    joined.variables.set(key, other ? joinValues(terms, at, other, value, implied) : value);
  }
  for (const { key, value } of right.members.entriesNotIn(left.members)) {
    const other = left.members.get(key);
    joined.members.set(key, other ? joinValues(terms, at, other, value, implied) : value);
  }
  for (const { key, value } of right.taken.entriesNotIn(left.taken))
    joined.taken.set(key, union(left.taken.get(key) ?? NO_SOURCES, value));
  for (const term of right.changed.notIn(left.changed)) joined.changed.add(term);
  for (const term of left.empty.notIn(right.empty)) joined.empty.delete(term);
  joined.guards = left.guards.filter((guard) => right.guards.includes(guard));
  joined.control = union(left.control, right.control);
  joined.decisions = commonDecisions(left.decisions, right.decisions);
  joined.suspensions = longer(left.suspensions, right.suspensions);
  joined.waited = union(left.waited, right.waited);
  joined.validated = left.validated === right.validated ? left.validated : undefined;
  joined.deletes = left.deletes.length >= right.deletes.length ? left.deletes : right.deletes;
  return joined;
}

/** What both sides know; two rounds of a loop make the same decision anew. */
function commonDecisions(left: readonly Decision[], right: readonly Decision[]): readonly Decision[] {
  if (left === right || left.length === 0) return left;
  return left.filter((each) =>
    right.some((other) => other === each || (other.at === each.at && other.holds === each.holds)),
  );
}

export function joinValues(
  terms: TermTable,
  at: number,
  left: Value,
  right: Value,
  implied: Sources = NO_SOURCES,
): Value {
  if (
    left === right ||
    (left.term === right.term && left.sources === right.sources && left.parts === right.parts)
  )
    return left;
  const sources = union(left.sources, right.sources, left.term === right.term ? NO_SOURCES : implied);
  return valueOf(terms.either([left.term, right.term], at), sources);
}

export function longer(
  left: Suspensions | undefined,
  right: Suspensions | undefined,
): Suspensions | undefined {
  return (left?.count ?? 0) >= (right?.count ?? 0) ? left : right;
}
