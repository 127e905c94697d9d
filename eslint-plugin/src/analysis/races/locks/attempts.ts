/** Locks of libraries that are asked for once, where nobody handles that they are held. */
import type { CallInstruction } from '../../lower/program.js';
import type { RaceContext } from '../context.js';
import { calledName } from './pauses.js';
import type { Paths } from '../../resources/code/paths.js';
import type { LockUse } from './uses.js';

export function asksOnce(use: LockUse, places: Paths, context: RaceContext): boolean {
  const { event, form, acquire } = use;
  const unless = event?.model?.lock?.asksOnce?.unless;
  if (!event || !unless || /sync$/iu.test(event.method)) return false;
  const options = event.args[unless.at];
  const constant = options?.term.kind === 'constant';
  if (options && !constant) {
    const said = options.parts?.get(unless.property);
    if (said ? said.term.kind !== 'constant' || said.term.value !== 0 : isOpaque(use, unless.at, context))
      return false;
  }
  const path = places.pathOf(form, acquire) ?? [];
  if (path.some((step) => step.part === 'round' || (step.part === 'body' && step.in.handler))) return false;
  return !isCaught(use, places, context) && !isRunByRetry(use, places, context);
}

/** What a library leaves behind when a holder dies, where nothing says how old that may get. */
export function staysBehind(use: LockUse, context: RaceContext): boolean {
  const { event } = use;
  const unless = event?.model?.lock?.staysBehind?.unless;
  if (!event || !unless) return false;
  const options = event.args[unless.at];
  if (!options || options.term.kind === 'closure') return true;
  return options.parts?.get(unless.property) === undefined && !isOpaque(use, unless.at, context);
}

/** Options that the call does not write out. */
function isOpaque({ event }: LockUse, at: number, { flow }: RaceContext): boolean {
  const options = event?.args[at];
  const literal = options && flow.definitions.objectOf(options.term);
  return !literal || literal.entries.some((entry) => entry.kind === 'spread');
}

/** `lock(file).catch(…)`, `lock(file).then(…).catch(…)`. */
function isCaught({ form, outcome, acquire }: LockUse, places: Paths, { program }: RaceContext): boolean {
  return places
    .instructionsOf(form)
    .some(
      (each) =>
        each.op === 'call' &&
        each !== acquire &&
        each.callee.kind === 'member' &&
        outcome.has(each.callee.object) &&
        (calledName(each, program) === 'catch' ||
          (calledName(each, program) === 'then' && each.arguments.length > 1)),
    );
}

/** `retry(() => lock(file))`: another one asks again. */
function isRunByRetry({ form }: LockUse, places: Paths, { program }: RaceContext): boolean {
  const { parent } = form;
  if (!parent) return false;
  const made = places.instructionsOf(parent).find((each) => each.op === 'closure' && each.form === form);
  const takes = (call: CallInstruction): boolean =>
    made?.op === 'closure' && call.arguments.some(({ value }) => value === made.to);
  return parent.calls.some(
    (call) => takes(call) && /retr|attempt|back_?off/iu.test(calledName(call, program) ?? ''),
  );
}
