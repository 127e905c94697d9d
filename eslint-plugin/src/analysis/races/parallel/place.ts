/** Where a conflict is reported: at the write that can be lost, in the function whose text makes it. */
import type { FlowAccess } from '../../flow/value.js';
import type { CallInstruction, FunctionForm } from '../../lower/program.js';
import type { ConflictKind, SourceRange } from '../../race.js';
import { placeOf } from '../access.js';
import type { RaceContext } from '../context.js';
import { isWithin } from '../flush/additions.js';
import { calledForm } from '../places.js';
import type { Term } from '../../resources/terms.js';

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

/**
 * A helper that only writes is a write where it is called; one that works before or behind it is the task itself, and
 * the write is looked for in it.
 */
export function conflictPlace(write: FlowAccess, context: RaceContext): SourceRange {
  const { via, instruction } = write;
  if (!via || context.program.isLinked(instruction.at)) return placeOf(write);
  return placeIn(via.call, write, context) ?? placeOf(write);
}

/** The write, or the call that leads to it, in the text of a function that does more than that. */
function placeIn(
  call: CallInstruction,
  write: FlowAccess,
  context: RaceContext,
  depth = 0,
): SourceRange | undefined {
  const { form: owner, instruction } = write;
  const form = calledForm(call, context);
  if (!form || depth > MAX_DEPTH) return undefined;
  const isOwn = isWithin(owner, form);
  const leading = isOwn
    ? []
    : form.calls.filter((each) => {
        const called = calledForm(each, context);
        return called !== undefined && called !== form && reaches(called, owner, context);
      });
  const isWork = form.calls.some(
    (each) => context.program.awaited.has(each.to) && each !== instruction && !leading.includes(each),
  );
  const next = leadingTo(write, leading, form, context);
  const isStarted = next !== undefined && !context.program.awaited.has(next.to) && form.calls.length > 1;
  if (!isWork && !isStarted) return undefined;
  if (isOwn) return instruction.at;
  return next && (placeIn(next, write, context, depth + 1) ?? next.at);
}

/** Of several calls of one helper, the one that writes what this access does. */
function leadingTo(
  { instruction, written }: FlowAccess,
  leading: readonly CallInstruction[],
  form: FunctionForm,
  { flow }: RaceContext,
): CallInstruction | undefined {
  const inner = flow.summaries
    .of(form)
    ?.accesses.find(
      (each) =>
        each.instruction === instruction &&
        each.written !== undefined &&
        written !== undefined &&
        constantsOf(each.written.term) === constantsOf(written.term),
    );
  return leading.find((each) => each === inner?.via?.call) ?? leading[0];
}

/** What a text is known to hold, whatever it is put together with. */
function constantsOf(term: Term): string {
  if (term.kind === 'constant') return String(term.value);
  return term.kind === 'concat' ? term.parts.map(constantsOf).join('${}') : '';
}

function reaches(form: FunctionForm, owner: FunctionForm, context: RaceContext, depth = 0): boolean {
  if (isWithin(owner, form)) return true;
  if (depth > MAX_DEPTH) return false;
  return form.calls.some((call) => {
    const called = calledForm(call, context);
    return called !== undefined && called !== form && reaches(called, owner, context, depth + 1);
  });
}
