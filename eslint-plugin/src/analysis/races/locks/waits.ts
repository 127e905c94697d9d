/** Whether the wait for a lock has an end. */
import type { Instruction, Temp } from '../../lower/program.js';
import type { Certainty, SourceRange } from '../../race.js';
import type { RaceContext } from '../context.js';
import { waitOf, within } from './evidence.js';
import { isPause } from './pauses.js';
import type { Places } from './places.js';
import type { LockUse } from './uses.js';

type Loop = Extract<Instruction, { op: 'loop' }>;

/** The loop, or the call of itself, that asks for a lock as long as it is held. */
export function endlessWait(
  use: LockUse,
  places: Places,
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
function hasOtherExit(loop: Loop, use: LockUse, places: Places): boolean {
  return places.instructionsOf(use.form).some((each) => {
    if (each.op !== 'exit' || each.how === 'continue') return false;
    const path = places.pathOf(use.form, each);
    if (!path || !within(path, loop)) return false;
    const inner = path.slice(path.findIndex((step) => step.in === loop) + 1);
    if (inner.some((step) => step.part === 'handler')) return true;
    return inner.some((step) => step.part === 'arm' && !use.outcome.has(step.in.test));
  });
}

/** A call in the loop that may throw when it has had enough: `signal.throwIfAborted()`, `await backOff(attempt)`. */
function mayThrow(loop: Loop, use: LockUse, places: Places, { program }: RaceContext): boolean {
  return places
    .instructionsOf(use.form)
    .some(
      (each) =>
        each.op === 'call' &&
        each !== use.acquire &&
        within(places.pathOf(use.form, each), loop) &&
        !isPause(each, program),
    );
}

/** `if (!ok) { await sleep(50); return this.acquire(key); }`, with nothing that counts. */
function callOfItself(use: LockUse, places: Places, context: RaceContext): Instruction | undefined {
  const { form } = use;
  const { program } = context;
  return places.instructionsOf(form).find((each) => {
    if (each.op !== 'call' || each.at.start < use.acquire.at.start) return false;
    const { callee } = each;
    const called =
      callee.kind === 'value'
        ? program.definitions[callee.value]
        : callee.kind === 'member' && 'name' in callee.property && callee.property.name === form.name
          ? program.definitions[callee.object]
          : undefined;
    const isItself =
      (called?.op === 'load' && called.variable.name === form.name && form.name !== undefined) ||
      (called?.op === 'this' && form.member !== undefined);
    if (!isItself) return false;
    const decided = places
      .pathOf(form, each)
      ?.some((step) => step.part === 'arm' && use.outcome.has(step.in.test));
    const sameArguments = each.arguments.every(({ value }) => {
      const passed = program.definitions[value];
      if (passed?.op === 'load')
        return passed.variable.kind === 'parameter' && passed.variable.writes.length === 1;
      return passed?.op === 'literal';
    });
    const counted = places
      .pathOf(form, each)
      ?.some((step) => step.part === 'arm' && !use.outcome.has(step.in.test));
    const exitsOtherwise = places.instructionsOf(form).some((exit) => {
      if (exit.op !== 'exit' || exit.at.end > each.at.start) return false;
      const path = places.pathOf(form, exit) ?? [];
      return path.some((step) => step.part === 'arm' && !use.outcome.has(step.in.test));
    });
    return (decided ?? false) && sameArguments && !(counted ?? false) && !exitsOtherwise;
  });
}
