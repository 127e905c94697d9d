/** Branches, loops, try and jumps: how states part and meet. */
import type {
  BranchInstruction,
  CallInstruction,
  ExitInstruction,
  LoopInstruction,
  Program,
  RegionInstruction,
  TryInstruction,
} from '../lower/program.js';
import type { Term } from '../resources/terms.js';
import { decidingSources } from './deciding.js';
import { factsOf } from './refine.js';
import { join, joinValues, type State } from './state.js';
import { noteTried, tellTried, triedChecks } from './tried.js';
import {
  NO_SOURCES,
  union,
  valueOf,
  type Decision,
  type Sources,
  type Suspensions,
  type Value,
} from './value.js';
import type { Handler, Walk } from './walk.js';

/** Loops nested deeper than this go round once. */
const MAX_LOOP_DEPTH = 3;
export function branch(walk: Walk, instruction: BranchInstruction, start: State): State | null {
  const test = walk.read(instruction.test);
  const testSources = decidingSources(walk, test, walk.wholeSources(test));
  walk.context.outcomes.noteChecked([test]);
  if (isValidation(walk, test)) start.validated = start.suspensions;
  const outer = start.control;
  const { decisions } = start;
  const ends: (State | null)[] = [];
  let value: Value | undefined;
  instruction.arms.forEach((arm, index) => {
    const state = start.clone();
    state.control = union(outer, testSources);
    if (instruction.on !== 'switch')
      state.decisions = decide(state, {
        test: test.term,
        on: instruction.on,
        holds: index === 0,
        reads: testSources,
        at: instruction.at,
      });
    if (instruction.on !== 'switch') {
      for (const term of factsOf(walk, instruction.test, instruction.on, index === 0)) state.empty.add(term);
    }
    walk.state = state;
    const end = walk.block(arm.body, state);
    if (end) {
      walk.state = end;
      if (arm.value !== undefined) {
        const own = walk.read(arm.value);
        value = value ? joinValues(walk.terms, instruction.to, value, own, testSources) : own;
      }
    }
    ends.push(end);
  });
  let after: State | null = null;
  for (const end of ends) after = join(walk.terms, instruction.at.start, after, end, testSources);
  if (!after) return null;
  after.waited = union(after.waited, gateOf(walk, start, ends, testSources));
  // Where an arm left, what follows happens only because of the test.
  after.control = ends.every(Boolean) ? outer : union(outer, testSources);
  if (ends.every(Boolean)) after.decisions = decisions;
  walk.state = after;
  walk.values.set(instruction.to, value ?? valueOf(walk.terms.constant(undefined)));
  return after;
}

/** What is known behind a decision; one that rests on nothing read tells nothing. */
export function decide(state: State, decision: Decision): readonly Decision[] {
  return decision.reads.size === 0 ? state.decisions : [...state.decisions, decision];
}

/** `if (busy) await idle;`: the test decides about a wait, and the execution goes on. */
function gateOf(walk: Walk, start: State, ends: readonly (State | null)[], test: Sources): Sources {
  if (ends.some((end) => end === null)) return NO_SOURCES;
  const waits = ends.filter(
    (end) => end && end.suspensions !== start.suspensions && !isPause(walk, end.suspensions),
  );
  return waits.length > 0 && waits.length < ends.length ? test : NO_SOURCES;
}

/** `await sleep(50)` waits for nobody. */
function isPause(walk: Walk, suspensions: Suspensions | undefined): boolean {
  const { definitions } = walk.context.definitions.program;
  const from = suspensions?.at.op === 'suspend' ? definitions[suspensions.at.from] : undefined;
  if (from?.op !== 'call' || from.callee.kind === 'super') return false;
  if (from.construct) return isTimer(from, definitions);
  const callee = from.callee.kind === 'value' ? definitions[from.callee.value] : undefined;
  const name =
    callee?.op === 'load'
      ? callee.variable.name
      : from.callee.kind === 'member' && 'name' in from.callee.property
        ? from.callee.property.name
        : '';
  return /sleep|delay|pause|back_?off|timeout/iu.test(name);
}

/** `new Promise((resolve) => setTimeout(resolve, 50))` */
export function isTimer(made: CallInstruction, definitions: Program['definitions']): boolean {
  const [executor] = made.arguments;
  const closure = executor && definitions[executor.value];
  if (closure?.op !== 'closure') return false;
  const [only, ...others] = closure.form.calls;
  const callee = only?.callee.kind === 'value' ? definitions[only.callee.value] : undefined;
  return (
    others.length === 0 && callee?.op === 'load' && /^set(?:Timeout|Immediate)$/u.test(callee.variable.name)
  );
}

/** A test, behind a suspension, of whether the execution is still the current one. */
function isValidation(walk: Walk, test: Value): boolean {
  if (isAbortFlag(test.term)) return true;
  // A token kept from before is compared with what is there now.
  const fresh = new Set<Term>();
  const old = new Set<Term>();
  for (const source of test.sources) {
    if (source.kind !== 'read') continue;
    const { key, suspensions } = source.access;
    (suspensions === walk.state.suspensions ? fresh : old).add(key);
  }
  return [...fresh].some((key) => old.has(key));
}

function isAbortFlag(term: Term): boolean {
  if (term.kind === 'compute') return term.operands.some(isAbortFlag);
  return term.kind === 'member' && /^(?:is)?(?:aborted|cancell?ed)$/iu.test(term.name);
}

export function loop(walk: Walk, instruction: LoopInstruction, start: State): State | null {
  const { target } = instruction;
  const rounds = walk.loopDepth < MAX_LOOP_DEPTH ? 2 : 1;
  walk.loopDepth++;
  let entry: State | null = start;
  let exit: State | null = null;
  for (let round = 0; round < rounds && entry; round++) {
    const ready: State | null = instruction.bodyFirst
      ? entry.clone()
      : tested(walk, instruction, entry.clone());
    if (!ready) break;
    if (!instruction.bodyFirst)
      exit = join(walk.terms, instruction.at.start, exit, refined(walk, instruction, ready, false));
    const body: State = instruction.bodyFirst ? ready : refined(walk, instruction, ready, true);
    let end: State | null = walk.block(instruction.body, body);
    end = join(walk.terms, instruction.at.start, end, landed(walk, 'continue', target));
    if (end) end = walk.block(instruction.update, end);
    if (end && instruction.bodyFirst) {
      end = tested(walk, instruction, end);
      if (end) exit = join(walk.terms, instruction.at.start, exit, refined(walk, instruction, end, false));
    }
    entry = join(walk.terms, instruction.at.start, start, end);
  }
  walk.loopDepth--;
  const endless = instruction.test === undefined && instruction.header.length === 0;
  const left = join(walk.terms, instruction.at.start, endless ? null : exit, landed(walk, 'break', target));
  if (left) left.control = union(start.control, left.control);
  return left;
}

export function tested(walk: Walk, instruction: LoopInstruction, state: State): State | null {
  const end = walk.block(instruction.header, state);
  if (end && instruction.test !== undefined) {
    walk.state = end;
    walk.context.outcomes.noteChecked([walk.read(instruction.test)]);
  }
  return end;
}

export function refined(walk: Walk, instruction: LoopInstruction, state: State, holds: boolean): State {
  const refined = state.clone();
  if (instruction.test === undefined) return refined;
  walk.state = refined;
  const test = walk.read(instruction.test);
  const reads = decidingSources(walk, test, walk.wholeSources(test));
  refined.control = union(refined.control, reads);
  refined.decisions = decide(refined, {
    test: test.term,
    on: 'truthy',
    holds,
    reads,
    at: instruction.at,
    again: holds,
  });
  for (const term of factsOf(walk, instruction.test, 'truthy', holds)) refined.empty.add(term);
  return refined;
}

export function attempt(walk: Walk, instruction: TryInstruction, start: State): State | null {
  const handler: Handler = { thrown: [], suspended: undefined };
  const frame = walk.frames.at(-1);
  const exitsBefore = frame?.exits.length ?? 0;
  const { at } = instruction;
  const accessesBefore = walk.accesses.length;
  if (instruction.handler) walk.handlers.push(handler);
  let after = walk.block(instruction.body, start.clone());
  if (instruction.handler) {
    walk.handlers.pop();
    let entry: State | null = join(walk.terms, at.start, start.clone(), after);
    for (const state of handler.thrown) entry = join(walk.terms, at.start, entry, state);
    if (entry && handler.suspended && (entry.suspensions?.count ?? 0) < handler.suspended.count)
      entry.suspensions = handler.suspended;
    const checks = triedChecks(walk.accesses.slice(accessesBefore));
    if (entry) noteTried(entry, checks, true, at);
    const handled = entry && walk.block(instruction.handler, entry);
    const tried = after;
    after = join(walk.terms, at.start, after, handled);
    if (after && tried && handled) {
      // What follows runs whether it failed or not.
      if (checks.length > 0) after.control = tried.control;
      tellTried(walk, after, tried, handled, checks);
    } else if (after && tried) noteTried(after, checks, false, at);
  }
  if (!instruction.finalizer) return after;
  if (after) return walk.block(instruction.finalizer, after);
  let leaving: State | null = null;
  for (const state of frame?.exits.slice(exitsBefore) ?? [])
    leaving = join(walk.terms, at.start, leaving, state);
  const left = walk.block(instruction.finalizer, (leaving ?? start).clone());
  // What returns from inside has passed the finalizer too: a lock released there is not held behind.
  if (left && frame) frame.exits.splice(exitsBefore, frame.exits.length, left);
  return null;
}

export function exit(walk: Walk, instruction: ExitInstruction, state: State): void {
  const frame = walk.frames.at(-1);
  const value = instruction.from === undefined ? undefined : walk.read(instruction.from);
  if (value) walk.context.outcomes.noteChecked([value]);
  if (instruction.how === 'return' || instruction.how === 'throw')
    walk.exits.push({
      how: instruction.how,
      value,
      decisions: state.decisions,
      behind: walk.accesses.length,
      form: walk.form,
    });
  if (instruction.how === 'return') {
    frame?.exits.push(state);
    if (value)
      frame?.results.push({
        value: { ...value, sources: walk.wholeSources(value) },
        decisions: state.decisions,
      });
  } else if (instruction.how === 'throw') {
    walk.handlers.at(-1)?.thrown.push(state);
  } else if (instruction.target !== undefined) {
    const key = `${instruction.how}${instruction.target}`;
    const waiting = walk.jumps.get(key);
    if (waiting) waiting.push(state);
    else walk.jumps.set(key, [state]);
  }
}

/** The joined states of the jumps that land here. */
export function landed(
  walk: Walk,
  how: 'break' | 'continue',
  target: number,
  decided: Sources = NO_SOURCES,
): State | null {
  const key = `${how}${target}`;
  let landed: State | null = null;
  for (const state of walk.jumps.get(key) ?? []) landed = join(walk.terms, target, landed, state, decided);
  walk.jumps.delete(key);
  return landed;
}

/** A switch or a labelled block, which its breaks leave: what decided about them decided about the values behind it. */
export function region(walk: Walk, instruction: RegionInstruction, start: State): State | null {
  const outer = start.control;
  const end = walk.block(instruction.body, start);
  const jumps = walk.jumps.get(`break${instruction.target}`) ?? [];
  const decided = new Set(
    [...jumps.flatMap((state) => [...state.control])].filter((each) => !outer.has(each)),
  );
  const left = landed(walk, 'break', instruction.target, decided);
  return join(walk.terms, instruction.at.start, end, left, decided);
}
