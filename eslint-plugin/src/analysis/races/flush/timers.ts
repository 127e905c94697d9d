/** Timers that will save: set where there is none, and let go of by the save. */
import type { Temp } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { derivationOf } from '../derivation.js';
import type { Addition } from './additions.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import { calledName, placeTermOf } from '../places.js';

export function isTimer(additions: readonly Addition[], context: RaceContext): boolean {
  return additions.some((addition) => isTimerSet(addition, context));
}

/** `timer ??= setTimeout(…)`, `if (timer) return; timer = setTimeout(…)`: none is set while there is one. */
export function isTimerSet({ value, form, instruction }: Addition, context: RaceContext): boolean {
  if (value === undefined) return false;
  // A helper may set it; what a request does further down is no timer of this place.
  const { calls } = derivationOf([value], context, undefined, 1);
  const sets = calls.some((call) => calledName(call, context) === 'setTimeout');
  if (!sets || form.calls.some((call) => calledName(call, context) === 'clearTimeout')) return false;
  const place =
    instruction.op === 'set' ? timerOf(instruction.object, instruction.property, context) : undefined;
  const stored = instruction.op === 'store' ? context.flow.terms.variable(instruction.variable) : place;
  return instructionsOf(context.program)
    .inFunction(form)
    .some(
      (each) =>
        each.op === 'branch' && stored !== undefined && derivationOf([each.test], context).places.has(stored),
    );
}

function timerOf(
  object: Temp,
  property: { readonly name: string } | { readonly computed: Temp },
  context: RaceContext,
): Term | undefined {
  const holder = placeTermOf(object, context);
  return holder && 'name' in property ? context.flow.terms.member(holder, property.name) : undefined;
}
