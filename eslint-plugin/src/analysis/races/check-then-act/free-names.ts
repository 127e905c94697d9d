/** Helpers that look for a name that is free: `while (await exists(path)) path = next()`, and then give it. */
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm } from '../../lower/program.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import { relationTo } from './relations.js';

/** The checks, in helpers called before, by which the path of an act was found to be free. */
export function looksForFreeName(
  act: FlowAccess,
  { accesses, form }: Summary,
  context: RaceContext,
): readonly FlowAccess[] {
  return accesses.slice(0, accesses.indexOf(act)).filter((look) => {
    if (look.operation !== 'check' || !look.via || look.via.application === act.via?.application)
      return false;
    const helper = context.uses.nameOf(look.via.call);
    return isNamedBy(look, act.key, helper) && givesWhatIsFree(look, form, context);
  });
}

/** The path, or the part of it that the helper gives, is what was looked at. */
function isNamedBy({ key }: FlowAccess, path: Term, helper: string): boolean {
  if (key === path) return true;
  const looked = partsIn(key);
  const own = partsIn(path);
  return (
    looked.length === own.length &&
    own.every((part, index) => part === looked[index] || isCallOf(part, helper)) &&
    own.some((part) => isCallOf(part, helper))
  );
}

function isCallOf(term: Term, name: string): boolean {
  if (term.kind !== 'call' || name === '') return false;
  const { callee } = term;
  return callee.kind === 'closure' ? callee.form.name === name : 'name' in callee && callee.name === name;
}

/** True where a helper returns only once there is nothing, and gives the name that it has looked for. */
function givesWhatIsFree({ instruction }: FlowAccess, caller: FunctionForm, { flow }: RaceContext): boolean {
  return flow.summaries
    .finished()
    .some(({ form, accesses, exits }) =>
      accesses.some(
        (look) =>
          form !== caller &&
          look.instruction === instruction &&
          exits.some(
            ({ how, value, decisions }) =>
              how === 'return' &&
              value !== undefined &&
              mentionsTerm(look.key, value.term) &&
              relationTo(look, decisions)?.relation === 'absent',
          ),
      ),
    );
}

function partsIn(path: Term): readonly Term[] {
  return path.kind === 'concat' ? path.parts : [path];
}
