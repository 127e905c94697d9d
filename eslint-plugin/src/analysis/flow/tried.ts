/**
 * Checks that are made by trying: `access(path)` fails where there is nothing. Whether it did decides what
 * runs in a `catch`, what runs behind one that leaves, and which of two constants a helper gives.
 */
import { familyOf } from '../../stores/model.js';
import type { SourceRange } from '../race.js';
import type { Term } from '../resources/terms.js';
import { decide } from './control.js';
import type { State } from './state.js';
import {
  NO_SOURCES,
  readSource,
  union,
  valueOf,
  type Decision,
  type FlowAccess,
  type Source,
  type Sources,
  type Value,
} from './value.js';
import type { Walk } from './walk.js';

/** The reads and checks among what was tried that fail where there is nothing. */
export function triedChecks(accesses: readonly FlowAccess[]): readonly FlowAccess[] {
  return accesses.filter(isTried);
}

function isTried({ operation, receiver }: FlowAccess): boolean {
  return (operation === 'read' || operation === 'check') && familyOf(receiver.model) === 'files';
}

/** Says in a state that what was tried has failed, or has not. */
export function noteTried(
  state: State,
  checks: readonly FlowAccess[],
  failed: boolean,
  at: SourceRange,
): void {
  const last = checks.at(-1);
  if (!last) return;
  const reads = new Set(checks.map((check) => readSource(check)));
  state.control = union(state.control, reads);
  state.decisions = decide(state, { test: last.result, on: 'threw', holds: failed, reads, at });
}

/** Runs what happens only where the checks that a promise stands for have failed, or have not. */
export function whereTried<T>(walk: Walk, settled: Value, failed: boolean, at: SourceRange, run: () => T): T {
  const checks = [...settled.sources].map(tried).filter((access) => access !== undefined);
  if (checks.length === 0) return run();
  const { control, decisions } = walk.state;
  noteTried(walk.state, checks, failed, at);
  const result = run();
  walk.state.control = control;
  walk.state.decisions = decisions;
  return result;
}

/** `let found = true; try { await access(path) } catch { found = false }`: what a variable then tells. */
export function tellTried(
  walk: Walk,
  joined: State,
  tried: State,
  failed: State,
  checks: readonly FlowAccess[],
): void {
  const last = checks.at(-1);
  if (!last) return;
  for (const { key, value } of failed.variables.entriesNotIn(tried.variables)) {
    const other = tried.variables.get(key);
    const found = other && presenceValue(walk, last, other, withoutOther(value, other));
    if (found) joined.variables.set(key, found);
  }
}

/** What fails comes before what it would have given is kept. */
function withoutOther(failed: Value, { term }: Value): Value {
  if (failed.term.kind !== 'either' || !failed.term.options.includes(term)) return failed;
  const [only, ...others] = failed.term.options.filter((option) => option !== term);
  return only && others.length === 0 ? valueOf(only, failed.sources) : failed;
}

/** `access(path).then(() => true).catch(() => false)`, `stat(path).catch(() => null)`. */
export function settledCheck(walk: Walk, settled: Value, failed: Value | undefined): Value | undefined {
  const check = [...settled.sources].map(tried).findLast((access) => access !== undefined);
  if (!check || failed?.term.kind !== 'constant') return undefined;
  if (settled.term === check.result) return failed.term.value ? undefined : settled;
  return presenceValue(walk, check, settled, failed);
}

/** `access(path).then(() => true, () => false)`, or its first half. */
export function keptCheck(
  walk: Walk,
  settled: Value,
  found: Value,
  failed: Value | undefined,
): Value | undefined {
  if (found.term.kind !== 'constant' || ![...settled.sources].some(tried)) return undefined;
  const kept = { ...found, sources: settled.sources };
  return settledCheck(walk, kept, failed) ?? kept;
}

/** Those of a value's sources that only tell whether something is there. */
export function checksIn({ sources }: Value): Sources {
  const checks = [...sources].filter((source) => tried(source)?.operation === 'check');
  return checks.length === 0 ? NO_SOURCES : new Set(checks);
}

function tried(source: Source): FlowAccess | undefined {
  return source.kind === 'read' && isTried(source.access) ? source.access : undefined;
}

/** The value that is one constant where the check has found something, and another one where it has not. */
function presenceValue(walk: Walk, check: FlowAccess, found: Value, missing: Value): Value | undefined {
  const isTrue = truthOf(found.term);
  const other = truthOf(missing.term);
  if (isTrue === undefined || other === undefined || isTrue === other) return undefined;
  return valueOf(presenceTerm(walk, check.result, isTrue), new Set([readSource(check)]));
}

function presenceTerm(walk: Walk, result: Term, isTrue: boolean): Term {
  const isMissing = walk.terms.compute('!', [result]);
  return isTrue ? walk.terms.compute('!', [isMissing]) : isMissing;
}

function truthOf(term: Term): boolean | undefined {
  return term.kind === 'constant' ? Boolean(term.value) : undefined;
}

/** One thing that a function gives, and what had been decided by then. */
export interface Given {
  readonly value: Value;
  readonly decisions: readonly Decision[];
}

/**
 * What a helper gives that returns one of two constants: `try { await access(path); return true } catch { return
 * false }`, `if (await redis.get(key)) return false; return true`. It tells how the last decision came out.
 */
export function toldByConstants(
  walk: Walk,
  given: readonly Given[],
  outer: readonly Decision[],
): Value | undefined {
  if (given.length < 2) return undefined;
  const truths = given.map(({ value }) => truthOf(value.term));
  if (truths.includes(undefined) || new Set(truths).size < 2) return undefined;
  const own = given.flatMap(({ value, decisions }) => {
    const decision = decisions.filter((each) => !outer.includes(each)).at(-1);
    return decision ? [{ isTrue: truthOf(value.term) === true, decision }] : [];
  });
  const [first, ...others] = own;
  if (!first) return undefined;
  const reads: Sources = union(first.decision.reads, ...others.map(({ decision }) => decision.reads));
  return valueOf(decisionTerm(walk, first.decision, first.isTrue), reads);
}

/** A term that is true where the decision has come out as it did, if `isTrue`; where it has not, otherwise. */
function decisionTerm(walk: Walk, { test, on, holds }: Decision, isTrue: boolean): Term {
  const not = (term: Term): Term => walk.terms.compute('!', [term]);
  // What failed, or is null, is not there: as terms go, it is falsy.
  const isTruthy = on === 'truthy' ? holds : !holds;
  return isTruthy === isTrue ? not(not(test)) : not(test);
}
