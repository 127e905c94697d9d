/** Helpers that look for a name that is free: `while (await exists(path)) path = next()`, and then give it. */
import type { FlowAccess } from '../flow/value.js';
import { mentionsTerm, type Term } from '../resources/terms.js';
import type { Summary } from '../summaries/summary.js';
import type { RaceContext } from './context.js';
import { relationTo } from './relations.js';

/** The checks, in helpers called before, by which the path of an act was found to be free. */
export function looksForFreeName(
  act: FlowAccess,
  { accesses }: Summary,
  context: RaceContext,
): readonly FlowAccess[] {
  return accesses.slice(0, accesses.indexOf(act)).filter((look) => {
    if (look.operation !== 'check' || !look.via || look.via.application === act.via?.application)
      return false;
    return isNamedBy(look, act.key) && givesWhatIsFree(look, context);
  });
}

/** The path, or the part of it that the helper gives, is what was looked at. */
function isNamedBy({ key, form }: FlowAccess, path: Term): boolean {
  if (key === path) return true;
  const looked = partsIn(key);
  const own = partsIn(path);
  return (
    looked.length === own.length &&
    own.every((part, index) => part === looked[index] || isCallOf(part, form.name)) &&
    own.some((part) => isCallOf(part, form.name))
  );
}

function isCallOf(term: Term, name: string | undefined): boolean {
  if (term.kind !== 'call' || name === undefined) return false;
  const { callee } = term;
  return callee.kind === 'closure' ? callee.form.name === name : 'name' in callee && callee.name === name;
}

/** True where the helper returns only once there is nothing, and gives the name that it has looked for. */
function givesWhatIsFree({ form, instruction }: FlowAccess, { flow }: RaceContext): boolean {
  const summary = flow.summaries.of(form);
  return (summary?.accesses ?? []).some(
    (look) =>
      look.instruction === instruction &&
      (summary?.exits ?? []).some(
        ({ how, value, decisions }) =>
          how === 'return' &&
          value !== undefined &&
          mentionsTerm(look.key, value.term) &&
          relationTo(look, decisions)?.relation === 'absent',
      ),
  );
}

function partsIn(path: Term): readonly Term[] {
  return path.kind === 'concat' ? path.parts : [path];
}
