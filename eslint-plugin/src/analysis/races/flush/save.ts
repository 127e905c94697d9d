/** The wait for the save of what a flush clears. */
import type { FlowAccess, Suspensions } from '../../flow/value.js';
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { derivationOf, type Derivation } from '../derivation.js';
import { changedBeside, type Addition } from './additions.js';
import type { Clear } from './clears.js';
import { isAboutSaving } from './flags.js';
import { isTimer } from './timers.js';
import { aroundPlace, calledName } from '../places.js';

/** What is saved, and the wait for it. */
export interface Save {
  readonly suspension: Suspensions;
  readonly derivation: Derivation;
  /** The name of the call that is waited for. */
  readonly name: string | undefined;
  /** It is among the arguments of what is waited for, as opposed to being called. */
  readonly isArgument: boolean;
  /** What is waited for is given it in view, rather than looks at it by itself. */
  readonly isGiven: boolean;
  /** The place itself is saved, rather than what goes with it. */
  readonly isOfPlace: boolean;
}

/** The newest wait before the clear that was for what is cleared. */
export function findSave(
  access: FlowAccess,
  clear: Clear,
  additions: readonly Addition[],
  form: FunctionForm,
  context: RaceContext,
): Save | undefined {
  const at = (access.via?.call ?? access.instruction).at;
  const own = withAround([clear.place]);
  const isOfOthers = clear.how === 'flag' || clear.how === 'mark' || clear.how === 'zero';
  const beside =
    isOfOthers || isTimer(additions, context)
      ? additions.flatMap((each) => [...changedBeside(each, context)])
      : [];
  const related = new Set([...own, ...withAround(beside)]);
  for (let next: Suspensions | undefined = access.suspensions; next; next = next.before) {
    const each = next;
    // What is cleared first and saved then, in the next round of a loop too, is a swap.
    if (each.at.at.start >= at.start && !holds(each.at.at, at)) continue;
    // What an outer function has waited for is over when a callback runs.
    if (!holds(form.at, each.at.at) && !holds(each.at.at, at)) continue;
    if (isEvent(each, context)) continue;
    const waited = waitedFor(each, access);
    const derivation = derivationOf(waited, context, access.form);
    const isRelated = (places: ReadonlySet<Term>): boolean => [...related].some((place) => places.has(place));
    const isOwn = (places: ReadonlySet<Term>): boolean => [...own].some((place) => places.has(place));
    const isSaved = (asked: typeof isOwn): boolean =>
      asked(derivation.places) || isHandedOver(each.at.at, derivation, form, asked, context);
    const isOfPlace = isSaved(isOwn);
    const isGiven = (): boolean => isRelated(derivationOf(waited, context, access.form, 0).places);
    const isArgument = (): boolean =>
      isRelated(derivationOf(argumentsOf(waited, context), context, access.form).places) ||
      !isRelated(derivation.places);
    const save = {
      get isArgument() {
        return isArgument();
      },
      suspension: each,
      derivation,
      isOfPlace,
      name: nameOf(waited, context),
      get isGiven() {
        return isGiven();
      },
    };
    if (isOfPlace || isSaved(isRelated)) return save;
    if (
      clear.unsaved !== undefined &&
      isAboutSaving(clear.place, clear.unsaved) &&
      derivation.names.some(isSaving)
    )
      return save;
  }
  return undefined;
}

function withAround(places: readonly Term[]): ReadonlySet<Term> {
  return new Set(places.flatMap((place) => [place, ...aroundPlace(place)]));
}

export function isSaving(name: string): boolean {
  return /^(?:flush|save|persist|write|sync|commit|upload|store|dump|checkpoint|put)/iu.test(name);
}

function argumentsOf([waited]: readonly Temp[], context: RaceContext): readonly Temp[] {
  const definition = waited === undefined ? undefined : context.program.definitions[waited];
  return definition?.op === 'call' ? definition.arguments.map(({ value }) => value) : [];
}

function nameOf([waited]: readonly Temp[], context: RaceContext): string | undefined {
  const definition = waited === undefined ? undefined : context.program.definitions[waited];
  return definition?.op === 'call' ? calledName(definition, context) : undefined;
}

/** What happens some time is no end of a save, and what failed was not saved. */
function isEvent({ at }: Suspensions, context: RaceContext): boolean {
  return (
    at.op === 'call' &&
    /^(?:set(?:Timeout|Interval|Immediate)|nextTick|queueMicrotask|catch|request\w+|on|once|add\w*Listener|subscribe)$/u.test(
      calledName(at, context) ?? '',
    )
  );
}

/** What a wait is for: the awaited value; what `.then` is called on; what a call with a callback is given. */
function waitedFor({ at }: Suspensions, access: FlowAccess): readonly Temp[] {
  if (at.op === 'suspend') return [at.from];
  if (at.callee.kind === 'member' && 'name' in at.callee.property) {
    if (/^(?:then|catch|finally)$/u.test(at.callee.property.name)) return [at.callee.object];
  }
  return access.via?.call === at ? [] : [at.to];
}

/** `for (const row of rows) batch.put(row); await batch.commit()`: what is waited for was given it before. */
function isHandedOver(
  wait: SourceRange,
  { places, temps }: Derivation,
  form: FunctionForm,
  isRelated: (places: ReadonlySet<Term>) => boolean,
  context: RaceContext,
): boolean {
  return form.calls.some((call) => {
    if (call.at.end > wait.start || call.arguments.length === 0 || context.program.awaited.has(call.to))
      return false;
    const receiver = receiverOf(call, context);
    if (receiver === undefined) return false;
    const { definitions } = context.program;
    const load = definitions[receiver];
    const isWaitedFor =
      load?.op === 'load'
        ? [...temps].some((temp) => {
            const other = definitions[temp];
            return other?.op === 'load' && other.variable === load.variable;
          })
        : [...derivationOf([receiver], context).places].some(
            (place) => place.kind !== 'this' && places.has(place),
          );
    if (!isWaitedFor) return false;
    return isRelated(
      derivationOf(
        call.arguments.map(({ value }) => value),
        context,
      ).places,
    );
  });
}

/** What a chain of calls begins with. */
function receiverOf({ callee }: CallInstruction, { program }: RaceContext): Temp | undefined {
  if (callee.kind !== 'member') return undefined;
  let at = callee.object;
  for (;;) {
    const definition = program.definitions[at];
    if (definition?.op !== 'call' || definition.callee.kind !== 'member') return at;
    at = definition.callee.object;
  }
}

export function holds(outer: SourceRange, inner: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
