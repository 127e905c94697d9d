/** What a caller is told who does not get a lock. */
import type { Instruction } from '../../lower/program.js';
import type { Certainty, SourceRange } from '../../race.js';
import type { RaceContext } from '../context.js';
import { waitOf, within } from './evidence.js';
import type { Paths } from '../../resources/code/paths.js';
import type { LockUse } from './uses.js';

/** An error with a message and nothing else, thrown where the lock was not got. */
export function findBareError(
  use: LockUse,
  places: Paths,
  context: RaceContext,
): { readonly at: SourceRange; readonly certainty: Certainty } | undefined {
  const loop = waitOf(use, places, context);
  for (const each of places.instructionsOf(use.form)) {
    if (each.op !== 'exit' || each.how !== 'throw' || each.at.start < use.acquire.at.start) continue;
    const path = places.pathOf(use.form, each) ?? [];
    const decided = path.some((step) => step.part === 'arm' && use.outcome.has(step.in.test));
    const waitedFor = loop && (within(path, loop) || (path.length === 0 && each.at.start > loop.at.end));
    // Who has waited in vain knows at least that time has passed.
    if ((decided || waitedFor) && isBare(each, context))
      return { at: each.at, certainty: loop ? 'possible' : 'likely' };
  }
  return undefined;
}

/** `new Error('locked')`, with no second argument. */
function isBare({ from }: Extract<Instruction, { op: 'exit' }>, { program }: RaceContext): boolean {
  const thrown = from === undefined ? undefined : program.definitions[from];
  if (thrown?.op !== 'call' || thrown.callee.kind !== 'value' || thrown.arguments.length > 1) return false;
  const made = program.definitions[thrown.callee.value];
  return made?.op === 'load' && made.variable.kind === 'global' && made.variable.name === 'Error';
}
