/** Whether the wait for a lock has an end. */
import type { CallInstruction, Instruction, Temp } from '../../lower/program.js';
import type { Certainty, SourceRange } from '../../race.js';
import type { RaceContext } from '../context.js';
import { waitOf, within } from './evidence.js';
import { isHarmless } from './pauses.js';
import type { Paths, Step } from '../../resources/code/paths.js';
import type { LockUse } from './uses.js';

type Loop = Extract<Instruction, { op: 'loop' }>;

/** The loop, or the call of itself, that asks for a lock as long as it is held. */
export function endlessWait(
  use: LockUse,
  places: Paths,
  context: RaceContext,
): { readonly at: SourceRange; readonly certainty: Certainty } | undefined {
  const loop = waitOf(use, places, context);
  if (loop) {
    if (hasOtherTest(loop, use, context) || hasOtherExit(loop, use, places)) return undefined;
    return { at: loop.at, certainty: mayThrow(loop, use, places, context) ? 'possible' : 'likely' };
  }
  const again = callOfItself(use, places, context);
  return again && { at: again.at, certainty: 'likely' };
}

/** The loop's own test looks at more than the outcome: a clock, a count, a signal. */
function hasOtherTest({ test }: Loop, { outcome }: LockUse, { program }: RaceContext): boolean {
  const looksElsewhere = (temp: Temp, depth: number): boolean => {
    if (depth > 8) return true;
    const definition = program.definitions[temp];
    if (definition?.op === 'literal') return false;
    if (definition?.op === 'compute')
      return definition.operands.some((each) => looksElsewhere(each, depth + 1));
    if (definition?.op === 'branch') {
      const parts = definition.arms.flatMap((arm) => (arm.value === undefined ? [] : [arm.value]));
      return [definition.test, ...parts].some((each) => looksElsewhere(each, depth + 1));
    }
    return !outcome.has(temp);
  };
  return test !== undefined && looksElsewhere(test, 0);
}

/** A jump out of the loop that something else than the outcome decides. */
function hasOtherExit(loop: Loop, use: LockUse, places: Paths): boolean {
  return places.instructionsOf(use.form).some((each) => {
    if (each.op !== 'exit' || each.how === 'continue') return false;
    const path = places.pathOf(use.form, each);
    if (!path || !within(path, loop)) return false;
    const inner = path.slice(path.findIndex((step) => step.in === loop) + 1);
    return inner.some((step) => step.part === 'arm' && !use.outcome.has(step.in.test));
  });
}

/** A call in the loop that may throw when it has had enough: `signal.throwIfAborted()`, `await backOff(attempt)`. */
function mayThrow(loop: Loop, use: LockUse, places: Paths, { program }: RaceContext): boolean {
  return places
    .instructionsOf(use.form)
    .some(
      (each) =>
        each.op === 'call' &&
        each !== use.acquire &&
        within(places.pathOf(use.form, each), loop) &&
        !isHarmless(each, program),
    );
}

/** `if (!ok) { await sleep(50); return this.acquire(key); }`, with nothing that counts or looks at the clock. */
function callOfItself(use: LockUse, places: Paths, context: RaceContext): Instruction | undefined {
  const { form, outcome } = use;
  const instructions = places.instructionsOf(form);
  const arms = (each: Instruction): Step[] =>
    (places.pathOf(form, each) ?? []).filter((step) => step.part === 'arm');
  const byOutcome = (step: Step): boolean => step.part === 'arm' && outcome.has(step.in.test);
  const again = instructions.find(
    (each) => each.op === 'call' && each.at.start > use.acquire.at.start && repeats(each, use, context),
  );
  if (!again || arms(again).some((step) => !byOutcome(step))) return undefined;
  // It is the failure that decides: in an arm, or behind one that has left.
  const exits = instructions.filter((each) => each.op === 'exit' && each.at.end < again.at.start);
  if (exits.some((each) => arms(each).some((step) => !byOutcome(step)))) return undefined;
  return arms(again).length > 0 || exits.length > 0 ? again : undefined;
}

/** True where a function calls itself with what it was given. */
function repeats(call: CallInstruction, { form }: LockUse, { program }: RaceContext): boolean {
  const { callee } = call;
  if (form.name === undefined) return false;
  const target = callee.kind === 'super' ? undefined : callee.kind === 'value' ? callee.value : callee.object;
  const definition = target === undefined ? undefined : program.definitions[target];
  const isItself =
    callee.kind === 'member'
      ? 'name' in callee.property && callee.property.name === form.name && definition?.op === 'this'
      : definition?.op === 'load' && definition.variable.name === form.name;
  return (
    isItself &&
    call.arguments.every(({ value }) => {
      const passed = program.definitions[value];
      if (passed?.op !== 'load') return passed?.op === 'literal';
      return passed.variable.kind === 'parameter' && passed.variable.writes.length === 1;
    })
  );
}
