/** Where a conflict is reported: at the write that can be lost, in the function whose text makes it. */
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm } from '../../lower/program.js';
import type { ConflictKind, SourceRange } from '../../race.js';
import { placeOf } from '../access.js';
import type { RaceContext } from '../context.js';
import { isWithin } from '../flush/additions.js';
import { calledForm } from '../places.js';

/** Helpers of helpers are followed so far. */
const MAX_DEPTH = 4;

interface Pair {
  readonly first: FlowAccess;
  readonly second: FlowAccess;
  readonly conflict: { readonly kind: ConflictKind };
}

/** The later of two writes; what is created, where the other one deletes it; what is written, where the other one reads it. */
export function racingWrite({ first, second, conflict }: Pair): FlowAccess {
  if (conflict.kind === 'delete') return second.operation === 'delete' ? first : second;
  if (conflict.kind === 'read') return second.operation === 'read' ? first : second;
  return second;
}

/** A helper that only writes is a write where it is called; one that works before it writes is the task itself. */
export function conflictPlace(write: FlowAccess, context: RaceContext): SourceRange {
  const { via, suspensions, instruction } = write;
  if (!via || suspensions?.at !== via.call || context.program.isLinked(instruction.at)) return placeOf(write);
  const helper = calledForm(via.call, context);
  return (helper && placeIn(helper, write, context)) ?? placeOf(write);
}

/** The write, or the call that leads to it, in the text of a function. */
function placeIn(
  form: FunctionForm,
  { form: owner, instruction }: FlowAccess,
  context: RaceContext,
): SourceRange | undefined {
  if (isWithin(owner, form)) return instruction.at;
  return form.calls.find((call) => {
    const called = calledForm(call, context);
    return called !== undefined && called !== form && reaches(called, owner, context);
  })?.at;
}

function reaches(form: FunctionForm, owner: FunctionForm, context: RaceContext, depth = 0): boolean {
  if (isWithin(owner, form)) return true;
  if (depth > MAX_DEPTH) return false;
  return form.calls.some((call) => {
    const called = calledForm(call, context);
    return called !== undefined && called !== form && reaches(called, owner, context, depth + 1);
  });
}
