/** A buffer, a flag or a timer that is cleared after the wait for its save: what came meanwhile goes with it. */
import type { FlowAccess, Suspensions } from '../flow/value.js';
import type { FunctionForm, Temp } from '../lower/program.js';
import type { LossyFlushRace, SourceRange } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { Summary } from '../summaries/summary.js';
import { placeOf, toAccess } from './access.js';
import type { RaceContext } from './context.js';
import { derivationOf, type Derivation } from './derivation.js';
import { additionsTo, isWithin, meanwhile, type Addition, type Flush } from './flush-additions.js';
import { clearOf, type Clear } from './flush-clears.js';
import { flushCertainty, namesUnsaved } from './flush-certainty.js';
import { instructionsOf } from './instructions.js';
import { calledForm, calledName, emptyValueOf, placeTermOf } from './places.js';
import { flushWitness } from './witness.js';

export function findLossyFlush(summary: Summary, context: RaceContext): readonly LossyFlushRace[] {
  return summary.accesses.flatMap((access) => {
    const clear = clearOf(access, context);
    const race = clear && judge(access, clear, summary, context);
    return race ? [race] : [];
  });
}

/** What is saved, and the wait for it. */
interface Save {
  readonly suspension: Suspensions;
  readonly derivation: Derivation;
}

function judge(
  access: FlowAccess,
  clear: Clear,
  summary: Summary,
  context: RaceContext,
): LossyFlushRace | undefined {
  // A helper that waits and clears by itself is judged there.
  if (!access.suspensions || access.validated) return undefined;
  if (access.via && access.suspensions.at === access.via.call) return undefined;
  const additions = additionsTo(clear.place, context);
  const save = findSave(access, clear, additions, context);
  if (!save) return undefined;
  const form = access.via ? formAround(access.via.call.at, summary) : access.form;
  const flush: Flush = { clear, access, form, suspension: save.suspension.at.at };
  if (isFresh(access, clear.place, save.suspension) || isSwapped(flush, context)) return undefined;
  if (isCheckedAgain(flush, additions, context)) return undefined;
  // A flag that the flush itself sets says that it is under way.
  if (clear.how === 'flag' && additions.some((each) => each.form === form)) return undefined;
  const coming = meanwhile(additions, flush, context).filter((each) => isLost(each, clear, save, context));
  if (coming.length === 0 && !isExported(clear.place)) return undefined;
  const cleared = toAccess(access, context);
  if (context.isExempt(access, cleared.resource)) return undefined;
  const certainty = flushCertainty({ flush, save: save.derivation, additions: coming, context });
  if (!certainty) return undefined;
  const [addition] = coming;
  return {
    kind: 'lossy-flush',
    certainty,
    place: placeOf(access),
    shape: clear.how === 'slot' && isTimer(additions, context) ? 'timer' : clear.how,
    clear: cleared,
    suspension: flush.suspension,
    ...(addition && { addition: addition.instruction.at }),
    witness: flushWitness(access, flush.suspension, addition?.instruction.at, context),
  };
}

/** The function whose text holds a range: of the walked one and those in it, the innermost. */
function formAround(range: SourceRange, { form, accesses }: Summary): FunctionForm {
  const inner = accesses.map((access) => access.form).filter((each) => isWithin(each, form));
  return inner.reduce((best, each) => {
    const holds = each.at.start <= range.start && range.end <= each.at.end;
    return holds && each.at.start > best.at.start ? each : best;
  }, form);
}

/** The newest wait before the clear that was for what is cleared. */
function findSave(
  access: FlowAccess,
  clear: Clear,
  additions: readonly Addition[],
  context: RaceContext,
): Save | undefined {
  const at = (access.via?.call ?? access.instruction).at;
  const related = new Set<Term>([clear.place]);
  if (clear.how === 'flag' || isTimer(additions, context)) {
    for (const each of additions) for (const place of changedBeside(each, context)) related.add(place);
  }
  for (let each: Suspensions | undefined = access.suspensions; each; each = each.before) {
    // What is cleared first and saved then, in the next round of a loop too, is a swap.
    if (each.at.at.start >= at.start && !holds(each.at.at, at)) continue;
    const derivation = derivationOf(waitedFor(each, access), context, access.form);
    if ([...related].some((place) => derivation.places.has(place))) return { suspension: each, derivation };
    if (clear.how === 'flag' && namesUnsaved(clear.place) && derivation.names.some(isSaving))
      return { suspension: each, derivation };
  }
  return undefined;
}

function isSaving(name: string): boolean {
  return /^(?:flush|save|persist|write|sync|commit|upload|store|dump|checkpoint|put)/iu.test(name);
}

function holds(outer: SourceRange, inner: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What a wait is for: the awaited value; what `.then` is called on; what a call with a callback is given. */
function waitedFor({ at }: Suspensions, access: FlowAccess): readonly Temp[] {
  if (at.op === 'suspend') return [at.from];
  if (at.callee.kind === 'member' && 'name' in at.callee.property) {
    if (/^(?:then|catch|finally)$/u.test(at.callee.property.name)) return [at.callee.object];
  }
  return access.via?.call === at ? [] : [at.to];
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
  const { stores, sets } = instructionsOf(context.program);
  return (
    stores.some(
      ({ instruction, form: owner }) =>
        owner === form &&
        !instruction.declares &&
        instruction.at.start < suspension.start &&
        context.flow.terms.variable(instruction.variable) === clear.place &&
        emptyValueOf(instruction.from, context) !== undefined,
    ) ||
    sets.some(({ instruction, form: owner }) => {
      if (owner !== form || instruction.at.start >= suspension.start) return false;
      const holder = 'name' in instruction.property ? placeTermOf(instruction.object, context) : undefined;
      return (
        holder !== undefined &&
        'name' in instruction.property &&
        context.flow.terms.member(holder, instruction.property.name) === clear.place &&
        emptyValueOf(instruction.from, context) !== undefined
      );
    })
  );
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
  switch (clear.how) {
    case 'contents':
      return true;
    case 'zero':
      return addition.grows;
    case 'slot':
      return addition.grows || isTimerSet(addition, context) || isLatest(addition, clear, save, context);
    case 'flag':
      return isTrue(addition, context) && namesUnsaved(clear.place);
  }
}

/** `pending = value`: the newest one waits to be saved. */
function isLatest(addition: Addition, clear: Clear, { derivation }: Save, context: RaceContext): boolean {
  if (!namesUnsaved(clear.place) || addition.value === undefined) return false;
  return derivation.names.some(isSaving) || derivationOf([addition.value], context).calls.length === 0;
}

function isTrue({ value }: Addition, { program }: RaceContext): boolean {
  const definition = value === undefined ? undefined : program.definitions[value];
  return definition?.op === 'literal' && definition.value === true;
}

function isTimer(additions: readonly Addition[], context: RaceContext): boolean {
  return additions.some((addition) => isTimerSet(addition, context));
}

/** `timer ??= setTimeout(…)`, `if (timer) return; timer = setTimeout(…)`: none is set while there is one. */
function isTimerSet({ value, form, instruction }: Addition, context: RaceContext): boolean {
  if (value === undefined) return false;
  const { calls } = derivationOf([value], context);
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

/** What else changes where a flag is set, or where the function that sets it is called: what is to be saved. */
function changedBeside({ form, instruction }: Addition, context: RaceContext): readonly Term[] {
  const { calls } = instructionsOf(context.program);
  const callers = calls.filter((each) => calledForm(each.instruction, context) === form);
  const forms = new Set([form, ...callers.map((each) => each.form)]);
  return [...forms].flatMap((each) => changedIn(each, instruction, context));
}

function changedIn(
  form: FunctionForm,
  instruction: Addition['instruction'],
  context: RaceContext,
): readonly Term[] {
  const { sets, stores, calls } = instructionsOf(context.program);
  const places = [
    ...sets
      .filter((each) => each.form === form && each.instruction !== instruction)
      .flatMap(({ instruction: set }) => {
        const holder = placeTermOf(set.object, context);
        return holder && 'name' in set.property
          ? [context.flow.terms.member(holder, set.property.name), holder]
          : [holder];
      }),
    ...stores
      .filter((each) => each.form === form && !each.instruction.declares && each.instruction !== instruction)
      .map(({ instruction: store }) => context.flow.terms.variable(store.variable)),
    ...calls
      .filter((each) => each.form === form)
      .map(({ instruction: { callee } }) =>
        callee.kind === 'member' ? placeTermOf(callee.object, context) : undefined,
      ),
  ];
  return places.flatMap((place) => (place && place.kind !== 'this' ? [place] : []));
}

function isExported(place: Term): boolean {
  return place.kind === 'variable' && place.variable.exported && place.variable.owner.kind === 'module';
}
