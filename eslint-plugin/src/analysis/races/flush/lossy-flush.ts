/** A buffer, a flag or a timer that is cleared after the wait for its save: what came meanwhile goes with it. */
import type { FlowAccess, Suspensions } from '../../flow/value.js';
import type { FunctionForm, Instruction } from '../../lower/program.js';
import type { LossyFlushRace, SourceRange } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import { placeOf, toAccess } from '../access.js';
import type { RaceContext } from '../context.js';
import { derivationOf } from '../derivation.js';
import {
  additionsTo,
  growsEntry,
  isMarkedAgain,
  isWithin,
  meanwhile,
  type Addition,
  type Flush,
} from './additions.js';
import { clearOf, emptiedBy, type Clear } from './clears.js';
import { flushCertainty, isHandingOver } from './certainty.js';
import { isAboutSaving, namesUnsaved, saysUnsaved } from './flags.js';
import { isMark, isReadAfter } from './marks.js';
import { findSave, isSaving, type Save } from './save.js';
import { isInStream } from './streams.js';
import { isTimer, isTimerSet } from './timers.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import { calledForm, calledName, emptyValueOf, placeTermOf } from '../places.js';
import { flushWitness } from '../witness.js';

export function findLossyFlush(summary: Summary, context: RaceContext): readonly LossyFlushRace[] {
  const found = summary.accesses.flatMap((access) => {
    const clear = clearOf(access, context);
    const each = clear && judge(access, clear, summary, context);
    return each ? [each] : [];
  });
  return found.flatMap(({ race, isCompanion }) => {
    if (isCompanion) return [];
    const beside = found.filter(
      (other) => other.race !== race && (other.isCompanion || other.race.place === race.place),
    );
    return [{ ...race, ...(beside.length > 0 && { beside: beside.map((other) => other.race.clear.range) }) }];
  });
}

interface Found {
  readonly race: LossyFlushRace;
  /** A count that goes with what is saved, `this.bytes = 0` beside `this.lines = []`. */
  readonly isCompanion: boolean;
}

function judge(access: FlowAccess, clear: Clear, summary: Summary, context: RaceContext): Found | undefined {
  // A helper that waits and clears by itself is judged there.
  if (!access.suspensions || access.validated) return undefined;
  if (access.via && access.suspensions.at === access.via.call) return undefined;
  const { unsaved } = clear;
  const additions = additionsTo(clear.place, context, unsaved !== undefined).filter(
    ({ value }) => unsaved === undefined || saysUnsaved(value, unsaved, context),
  );
  if (additions.length === 0 && !isExported(clear.place)) return undefined;
  const form = access.via ? formAround(access.via.call.at, summary) : access.form;
  const save = findSave(access, clear, additions, form, context);
  if (!save) return undefined;
  const flush: Flush = { clear, access, form, suspension: save.suspension.at.at };
  if (!clear.oneByOne && isFresh(access, clear.place, save.suspension)) return undefined;
  if (!isLosing(flush, additions, context)) return undefined;
  if (isCheckedAgain(flush, additions, context)) return undefined;
  // A flag that the flush itself sets says that it is under way.
  if (clear.how === 'flag' && additions.some((each) => each.form === form)) return undefined;
  const coming = meanwhile(additions, flush, context).filter(
    (each) =>
      // What the awaited work adds by itself is no news to it.
      !save.derivation.forms.has(each.form) &&
      // Only a container is filled by other calls of the flush itself.
      (clear.how === 'contents' || each.form !== form) &&
      isLost(each, clear, save, context) &&
      !isInStream(each, flush, context),
  );
  if (coming.length === 0 && !(isExported(clear.place) && !clear.entry)) return undefined;
  const cleared = toAccess(access, context);
  if (context.isExempt(access, cleared.resource)) return undefined;
  const certainty = flushCertainty({
    flush,
    save: save.derivation,
    waitedFor: save.name,
    isArgument: save.isArgument,
    isGiven: save.isGiven,
    additions: coming,
    context,
  });
  if (!certainty) return undefined;
  const [addition] = coming;
  const race: LossyFlushRace = {
    kind: 'lossy-flush',
    certainty,
    place: placeOf(access),
    shape: clear.how === 'slot' && isTimer(additions, context) ? 'timer' : clear.how,
    ...(clear.entry && { entry: true }),
    clear: cleared,
    suspension: flush.suspension,
    ...(addition && { addition: addition.instruction.at }),
    witness: flushWitness(access, flush.suspension, addition?.instruction.at, context),
  };
  return { race, isCompanion: clear.how === 'zero' && !save.isOfPlace };
}

/** The function whose text holds a range: of the walked one and those in it, the innermost. */
function formAround(range: SourceRange, { form, accesses }: Summary): FunctionForm {
  const inner = accesses.map((access) => access.form).filter((each) => isWithin(each, form));
  return inner.reduce((best, each) => {
    const holds = each.at.start <= range.start && range.end <= each.at.end;
    return holds && each.at.start > best.at.start ? each : best;
  }, form);
}

/** The program has looked at the place again since the save, and clears because of what it saw. */
function isFresh(access: FlowAccess, place: Term, save: Suspensions): boolean {
  return [...access.control].some(
    (source) =>
      source.kind === 'read' &&
      (source.access.key === place || source.access.receiver.root === place) &&
      (source.access.suspensions?.count ?? 0) >= save.count,
  );
}

/** Something empty was put in its place before the wait: what is cleared now is what was taken. */
function isSwapped({ form, suspension, clear }: Flush, context: RaceContext): boolean {
  const { place, entry = false } = clear;
  return instructionsOf(context.program)
    .inFunction(form)
    .some((each) => each.at.start < suspension.start && isEmptied(each, place, entry, context));
}

function isEmptied(instruction: Instruction, place: Term, entry: boolean, context: RaceContext): boolean {
  switch (instruction.op) {
    case 'store':
      return (
        !instruction.declares &&
        context.flow.terms.variable(instruction.variable) === place &&
        emptiedBy(place, instruction.from, context) !== undefined
      );
    case 'set': {
      const holder = placeTermOf(instruction.object, context);
      if (!holder) return false;
      if ('computed' in instruction.property)
        return entry && holder === place && emptyValueOf(instruction.from, context) !== undefined;
      const { name } = instruction.property;
      if (name === 'length' && holder === place) return true;
      return (
        context.flow.terms.member(holder, name) === place &&
        emptiedBy(place, instruction.from, context) !== undefined
      );
    }
    case 'call': {
      const { callee, arguments: args } = instruction;
      if (callee.kind !== 'member' || placeTermOf(callee.object, context) !== place) return false;
      const name = calledName(instruction, context);
      if (name === 'splice') return args.length === 1;
      if (!entry) return name === 'clear';
      const [, value] = args;
      return (
        name === 'delete' ||
        (name === 'set' && value !== undefined && emptyValueOf(value.value, context) !== undefined)
      );
    }
    default:
      return false;
  }
}

/** Whether what came meanwhile is gone by then, for all that the flush has done before its wait. */
function isLosing(flush: Flush, additions: readonly Addition[], context: RaceContext): boolean {
  const { clear, form, suspension } = flush;
  switch (clear.how) {
    case 'mark':
      return (
        clear.mark !== undefined &&
        isReadAfter(clear.mark.from, suspension, context) &&
        isMark(clear.mark.place, clear.place, context)
      );
    case 'restored':
      // Where nothing was taken out, and something was put in, it is undone.
      return (
        isSwapped(flush, context) ||
        !additions.some((each) => each.form === form && each.instruction.at.start < suspension.start)
      );
    default:
      return !isSwapped(flush, context);
  }
}

/** A timer is let go of, and set again where there is more to do. */
function isCheckedAgain(
  { clear, form, access }: Flush,
  additions: readonly Addition[],
  context: RaceContext,
): boolean {
  if (clear.how !== 'slot' && clear.how !== 'flag') return false;
  const { end } = (access.via?.call ?? access.instruction).at;
  const setters = new Set(additions.map((each) => each.form));
  return form.calls.some((call) => {
    if (call.at.start < end) return false;
    const called = calledForm(call, context);
    return called !== undefined && (setters.has(called) || called === form);
  });
}

/** Whether what this one adds is gone with the clear. */
function isLost(addition: Addition, clear: Clear, save: Save, context: RaceContext): boolean {
  if (clear.entry === true)
    return (
      (save.derivation.names.some(isHandingOver) && growsEntry(addition, clear.place, context)) ||
      (save.isOfPlace &&
        save.derivation.names.some((name) => isHandingOver(name) || isSetting(name)) &&
        isMarkedAgain(addition, clear.place, context))
    );
  switch (clear.how) {
    case 'contents':
      return true;
    case 'mark':
      return addition.grows && save.derivation.names.some(isHandingOver);
    case 'restored':
      return addition.grows;
    case 'zero':
      return addition.grows;
    case 'slot':
      return (
        (addition.grows && addition.instruction.op === 'call' && namesUnsaved(clear.place)) ||
        isTimerSet(addition, context) ||
        isLatest(addition, clear, save, context)
      );
    case 'flag':
      return (
        clear.unsaved !== undefined &&
        saysUnsaved(addition.value, clear.unsaved, context) &&
        isAboutSaving(clear.place, clear.unsaved)
      );
  }
}

/** `redis.set(key, value)`, `client.hSet(…)`: what a container of this process is called by, too. */
function isSetting(name: string): boolean {
  return /^(?:h|m|hm|json)?set(?:ex|Item|Many)?$/iu.test(name);
}

/** `pending = value`: the newest one waits to be saved. */
function isLatest(addition: Addition, clear: Clear, { derivation }: Save, context: RaceContext): boolean {
  if (!namesUnsaved(clear.place) || addition.value === undefined) return false;
  return derivation.names.some(isSaving) || derivationOf([addition.value], context).calls.length === 0;
}

function isExported(place: Term): boolean {
  return place.kind === 'variable' && place.variable.exported && place.variable.owner.kind === 'module';
}
