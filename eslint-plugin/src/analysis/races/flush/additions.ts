/** What others add to a place while it is being saved: where, and whether the code keeps them from it. */
import { isLockRunnerName } from '../../flow/guards.js';
import type { FlowAccess } from '../../flow/value.js';
import type {
  CallInstruction,
  FunctionForm,
  Instruction,
  LoopInstruction,
  Property,
  Temp,
} from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { derivationOf } from '../derivation.js';
import type { Clear } from './clears.js';
import { namesChanged } from './flags.js';
import { isPrivateKey } from '../../resources/keys.js';
import { instructionsOf, type Placed } from '../../resources/code/instructions.js';
import { calledForm, calledName, emptyValueOf, placeTermOf, reachesInto } from '../places.js';

export interface Addition extends Placed {
  /** It puts something into the place, rather than something else in its place. */
  readonly grows: boolean;
  /** The value stored, where it is an assignment. */
  readonly value?: Temp;
}

const ADDING = /^(?:push|unshift|set|add|append|enqueue|concat|splice|write|put|insert)$/u;

/** Everything outside of constructors and the module's own run that adds to the place, or changes the flag that it is. */
export function additionsTo(place: Term, context: RaceContext, isFlag = false): readonly Addition[] {
  const isNothing = (from: Temp): boolean => !isFlag && emptyValueOf(from, context) !== undefined;
  const { stores, sets, calls } = instructionsOf(context.program);
  const found: Addition[] = [];
  for (const each of stores) {
    const { variable, from, declares } = each.instruction;
    if (declares || context.flow.terms.variable(variable) !== place || isNothing(from)) continue;
    found.push({ ...each, grows: isMadeFrom(from, place, context), value: from });
  }
  for (const each of sets) {
    const { object, property, from } = each.instruction;
    const holder = placeTermOf(object, context);
    const isPlace =
      holder !== undefined &&
      'name' in property &&
      context.flow.terms.member(holder, property.name) === place;
    if (isPlace && !isNothing(from))
      found.push({ ...each, grows: isMadeFrom(from, place, context), value: from });
    else if (
      !isPlace &&
      !('name' in property && property.name === 'length') &&
      reachesInto(object, place, context)
    )
      found.push({ ...each, grows: true, value: from });
  }
  for (const each of calls)
    if (callAdds(each.instruction, place, context)) found.push({ ...each, grows: true });
  return found.filter(
    ({ form }) => form.kind !== 'module' && form.kind !== 'constructor' && form.kind !== 'initializer',
  );
}

/** `counts[id] += 1`, `lists.get(id).push(item)`: an entry becomes more than it was. */
export function growsEntry({ instruction, value }: Addition, place: Term, context: RaceContext): boolean {
  if (instruction.op === 'set') return isMore(value, instruction.property, place, context);
  if (instruction.op !== 'call' || instruction.callee.kind !== 'member') return false;
  if (placeTermOf(instruction.callee.object, context) !== place)
    return /^(?:push|unshift|add|append|enqueue)$/u.test(calledName(instruction, context) ?? '');
  return isMore(instruction.arguments[1]?.value, { name: 'get' }, place, context);
}

/** `dirty.set(id, session)`, `dirty.add(id)`: the same one can change again while it is saved. */
export function isMarkedAgain({ instruction }: Addition, place: Term, context: RaceContext): boolean {
  if (!namesChanged(place) || instruction.op !== 'call' || instruction.callee.kind !== 'member') return false;
  if (!/^(?:set|add)$/u.test(calledName(instruction, context) ?? '')) return false;
  const [key] = instruction.arguments;
  if (!key || placeTermOf(instruction.callee.object, context) !== place) return false;
  return !isPrivateKey(context.flow.definitions.termOf(key.value), context.program);
}

/** A value that is made from what its own place holds, by a property of the same name or by `get`. */
function isMore(from: Temp | undefined, own: Property, place: Term, context: RaceContext): boolean {
  const derivation = from === undefined ? undefined : derivationOf([from], context);
  // A promise whose callbacks name the place is no sum.
  if (!derivation?.places.has(place) || derivation.forms.size > 0 || !isComputed(from, context)) return false;
  return [...derivation.temps].some((temp) => {
    const definition = context.program.definitions[temp];
    if (definition?.op === 'get')
      return isAlike(definition.property, own) && reachesInto(definition.object, place, context);
    return (
      definition?.op === 'call' &&
      'name' in own &&
      calledName(definition, context) === own.name &&
      reachesInto(definition.to, place, context)
    );
  });
}

/** What is there already, put there again, is no more than it was. */
function isComputed(temp: Temp | undefined, context: RaceContext): boolean {
  const definition = temp === undefined ? undefined : context.program.definitions[temp];
  if (definition?.op === 'load' && definition.variable.kind === 'local')
    return definition.variable.writes.some((write) => isComputed(write, context));
  return definition?.op === 'compute' || definition?.op === 'array' || definition?.op === 'object';
}

function isAlike(one: Property, other: Property): boolean {
  if ('name' in one && 'name' in other) return one.name === other.name;
  return 'computed' in one && 'computed' in other;
}

function callAdds(call: CallInstruction, place: Term, context: RaceContext): boolean {
  const name = calledName(call, context);
  const [first, second] = call.arguments;
  if (name === undefined || !first || call.callee.kind !== 'member') return false;
  if (name === 'assign' && second) return reachesInto(first.value, place, context);
  if (name === 'splice' && call.arguments.length < 3) return false;
  return ADDING.test(name) && reachesInto(call.callee.object, place, context);
}

/** `buffer = [...buffer, item]`, `count += 1`. */
function isMadeFrom(from: Temp, place: Term, context: RaceContext): boolean {
  return derivationOf([from], context).places.has(place);
}

export interface Flush {
  readonly clear: Clear;
  readonly access: FlowAccess;
  /** The function that waits and clears. */
  readonly form: FunctionForm;
  readonly suspension: SourceRange;
}

/** The additions that can come while the flush waits. */
export function meanwhile(
  additions: readonly Addition[],
  flush: Flush,
  context: RaceContext,
): readonly Addition[] {
  return additions.filter(
    (addition) =>
      !isPutBack(addition, flush) &&
      !isInTurn(addition, flush, context) &&
      !isKeptOut(addition, flush, context),
  );
}

/** What failed is put back by the flush itself. */
function isPutBack({ form, instruction }: Addition, flush: Flush): boolean {
  return isWithin(form, flush.form) && instruction.at.start > flush.suspension.start;
}

/** One loop adds, and waits for the flush before it goes on. */
function isInTurn(addition: Addition, flush: Flush, context: RaceContext): boolean {
  const { loops, form } = addition;
  if (loops.length === 0) return false;
  if (form === flush.form) return loops.some((loop) => holds(loop, flush.suspension));
  return loops.some((loop) => waitsFor(loop, form, flush.form, context));
}

function waitsFor(
  loop: LoopInstruction,
  form: FunctionForm,
  flush: FunctionForm,
  context: RaceContext,
): boolean {
  return form.calls.some(
    (call) =>
      holds(loop, call.at) && context.program.awaited.has(call.to) && calledForm(call, context) === flush,
  );
}

function holds({ at }: LoopInstruction, inner: SourceRange): boolean {
  return at.start <= inner.start && inner.end <= at.end;
}

/** The same lock is held, or the flush says that it is under way and the addition looks. */
function isKeptOut(addition: Addition, flush: Flush, context: RaceContext): boolean {
  return (
    (flush.access.guards.length > 0 && isLocked(addition, context)) || looksFirst(addition, flush, context)
  );
}

function isLocked({ instruction, form }: Addition, context: RaceContext): boolean {
  if (isCallbackOfLock(form, context)) return true;
  return accessesOf(instruction, form, context).some(({ guards }) => guards.length > 0);
}

/** The accesses that walks have met at an instruction; the function may not have been worth a walk so far. */
function accessesOf(instruction: Instruction, form: FunctionForm, context: RaceContext): FlowAccess[] {
  let root = form;
  while (root.capturesLocals && root.parent) root = root.parent;
  const summary = context.flow.summaries.of(root);
  return (summary?.accesses ?? []).filter((access) => access.instruction === instruction);
}

function isCallbackOfLock(form: FunctionForm, context: RaceContext): boolean {
  const { calls } = instructionsOf(context.program);
  return calls.some(({ instruction }) => {
    const name = calledName(instruction, context);
    if (name === undefined || !isLockRunnerName(name)) return false;
    return instruction.arguments.some(({ value }) => {
      const definition = context.program.definitions[value];
      return definition?.op === 'closure' && isWithin(form, definition.form);
    });
  });
}

/** `if (this.flushing) return this.next.push(item)` before it adds, where the flush sets `this.flushing` first. */
function looksFirst(addition: Addition, flush: Flush, context: RaceContext): boolean {
  const claimed = claimsOf(flush, context);
  if (claimed.size === 0) return false;
  return instructionsOf(context.program)
    .inFunction(addition.form)
    .some((instruction) => {
      if (instruction.op !== 'branch' || instruction.at.start > addition.instruction.at.start) return false;
      const tested = derivationOf([instruction.test], context).places;
      return [...claimed].some((place) => tested.has(place));
    });
}

/** Places that the flush sets to something before it waits. */
function claimsOf({ form, suspension, clear }: Flush, context: RaceContext): ReadonlySet<Term> {
  const claimed = new Set<Term>();
  const { stores, sets } = instructionsOf(context.program);
  const note = (place: Term | undefined, from: Temp, owner: FunctionForm, at: SourceRange): void => {
    if (!place || place === clear.place || owner !== form || at.start > suspension.start) return;
    if (!emptyValueOf(from, context)) claimed.add(place);
  };
  for (const { instruction, form: owner } of stores)
    note(context.flow.terms.variable(instruction.variable), instruction.from, owner, instruction.at);
  for (const { instruction, form: owner } of sets) {
    const holder = 'name' in instruction.property ? placeTermOf(instruction.object, context) : undefined;
    const place =
      holder && 'name' in instruction.property
        ? context.flow.terms.member(holder, instruction.property.name)
        : undefined;
    note(place, instruction.from, owner, instruction.at);
  }
  return claimed;
}

export function isWithin(inner: FunctionForm, outer: FunctionForm): boolean {
  for (let form: FunctionForm | undefined = inner; form; form = form.parent) if (form === outer) return true;
  return false;
}

/** What else changes where a flag is set, or where the function that sets it is called: what is to be saved. */
export function changedBeside({ form, instruction }: Addition, context: RaceContext): readonly Term[] {
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
