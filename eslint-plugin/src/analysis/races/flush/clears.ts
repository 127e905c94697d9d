/** Writes to memory that empty a place, or say that it is saved: what a flush ends with. */
import type { FlowAccess } from '../../flow/value.js';
import type { CallInstruction, Temp } from '../../lower/program.js';
import { MEMORY } from '../../../stores/memory.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { constantOf, savedFlag, type Unsaved } from './flags.js';
import { countedBy, isPutBack } from './marks.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import { calledForm, calledName, emptyValueOf, placeTermOf } from '../places.js';

export interface Clear {
  /** What is emptied, or for an entry the container that it is in; for a mark, what it counts. */
  readonly place: Term;
  /**
   * - `contents`: a container is emptied, in place or by another that is empty;
   * - `zero`: a number or a text starts again;
   * - `slot`: nothing is put in the place of something;
   * - `flag`: it says that all is saved;
   * - `mark`: so much is said to be saved;
   * - `restored`: what was taken before is put back.
   */
  readonly how: 'contents' | 'zero' | 'slot' | 'flag' | 'mark' | 'restored';
  /** One entry of the container is meant. */
  readonly entry?: boolean;
  /** In a loop, for as long as there is something: to ask for that is not to ask what it is. */
  readonly oneByOne?: boolean;
  /** For a flag, what it is set to where there is something to save. */
  readonly unsaved?: Unsaved;
  /** For a mark, the place that it is kept in and the value that it is set to. */
  readonly mark?: { readonly place: Term; readonly from: Temp };
}

export function clearOf(access: FlowAccess, context: RaceContext): Clear | undefined {
  if (access.receiver.model !== MEMORY || !access.suspensions) return undefined;
  const { instruction, key, receiver } = access;
  switch (instruction.op) {
    case 'store':
      return instruction.declares ? undefined : setTo(key, instruction.from, context);
    case 'set': {
      // `buffer.length = 0`
      if (key.kind === 'member' && key.name === 'length' && key.object === receiver.root)
        return emptyValueOf(instruction.from, context) ? { place: key.object, how: 'contents' } : undefined;
      if (key.kind === 'index') return entrySetTo(receiver.root, instruction.from, context);
      return setTo(key, instruction.from, context);
    }
    case 'call':
      return calledClear(access, instruction, context);
    default:
      return undefined;
  }
}

function setTo(place: Term, from: Temp, context: RaceContext): Clear | undefined {
  const unsaved = savedFlag(place, from, context);
  if (unsaved !== undefined) return { place, how: 'flag', unsaved };
  const empty = emptiedBy(place, from, context);
  if (empty === 'container') return { place, how: 'contents' };
  if (empty === 'constant') {
    const value = constantOf(from, context);
    return { place, how: value === 0 || value === '' ? 'zero' : 'slot' };
  }
  if (isPutBack(from, place, context)) return { place, how: 'restored' };
  const counted = countedBy(from, context);
  return counted && counted !== place ? { place: counted, how: 'mark', mark: { place, from } } : undefined;
}

/** `counts[id] = 0`, `lists[id] = []`, `delete lists[id]`. */
function entrySetTo(place: Term, from: Temp, context: RaceContext): Clear | undefined {
  const empty = emptyValueOf(from, context);
  if (!empty) return undefined;
  return { place, how: constantOf(from, context) === 0 ? 'zero' : 'contents', entry: true };
}

/** `clear()`, and `splice` of all that there is, where nobody takes what it gives; `delete(id)`, `set(id, 0)`. */
function calledClear(
  { key, method, receiver }: FlowAccess,
  call: CallInstruction,
  context: RaceContext,
): Clear | undefined {
  const name = calledName(call, context);
  if (name !== method) return undefined;
  switch (name) {
    case 'clear':
      return { place: key, how: 'contents' };
    case 'splice':
      return splicesAll(call, key, context) ? { place: key, how: 'contents' } : undefined;
    case 'pop':
    case 'shift':
      return takesAll(call, key, context) ? { place: key, how: 'contents', oneByOne: true } : undefined;
    case 'delete':
      return { place: receiver.root, how: 'contents', entry: true };
    case 'set': {
      const [, value] = call.arguments;
      return value && entrySetTo(receiver.root, value.value, context);
    }
    default:
      return undefined;
  }
}

function splicesAll(call: CallInstruction, place: Term, context: RaceContext): boolean {
  if (instructionsOf(context.program).used.has(call.to)) return false;
  const [from, count, ...others] = call.arguments;
  // What is put in their place stays.
  if (!from || others.length > 0 || constantOf(from.value, context) !== 0) return false;
  return !count || isWholeLength(count.value, place, context);
}

/** `buffer.length`, asked for here and now; what was kept from before the wait is another number. */
function isWholeLength(temp: Temp, place: Term, context: RaceContext): boolean {
  const definition = context.program.definitions[temp];
  if (definition?.op === 'load') return definition.variable.name === 'Infinity';
  if (definition?.op !== 'get' || !('name' in definition.property) || definition.property.name !== 'length')
    return false;
  return placeTermOf(definition.object, context) === place;
}

/** `while (buffer.length > 0) buffer.pop();` */
function takesAll(call: CallInstruction, place: Term, context: RaceContext): boolean {
  const instructions = instructionsOf(context.program);
  if (instructions.used.has(call.to)) return false;
  const loop = instructions.placeOf(call)?.loops.at(-1);
  if (loop?.test === undefined || loop.body.some((each) => each.op === 'suspend')) return false;
  const test = context.program.definitions[loop.test];
  const compared = test?.op === 'compute' ? test.operands : [loop.test];
  return (
    compared.some((temp) => isWholeLength(temp, place, context)) &&
    compared.every((temp) => isWholeLength(temp, place, context) || constantOf(temp, context) === 0)
  );
}

/** Nothing, or what was there at first: `stats = emptyStats()` as it was declared. */
export function emptiedBy(
  place: Term,
  from: Temp,
  context: RaceContext,
): 'container' | 'constant' | undefined {
  return emptyValueOf(from, context) ?? (isMadeAnew(place, from, context) ? 'container' : undefined);
}

function isMadeAnew(place: Term, from: Temp, context: RaceContext): boolean {
  const { program, flow } = context;
  const made = program.definitions[from];
  if (made?.op !== 'call' || made.arguments.length > 0) return false;
  // A function of somebody's object gives the time, or a client.
  if (made.callee.kind !== 'value' && !calledForm(made, context)) return false;
  const [first] = firstWrites(place, context);
  const initial = first === undefined ? undefined : program.definitions[first];
  if (initial?.op !== 'call' || initial === made || initial.arguments.length > 0) return false;
  return flow.definitions.termOf(initial.to) === flow.definitions.termOf(made.to);
}

function firstWrites(place: Term, { flow }: RaceContext): readonly Temp[] {
  if (place.kind === 'variable') return place.variable.writes;
  if (place.kind !== 'member') return [];
  return flow.receivers.objects.classOf(place.object)?.fieldWrites.get(place.name) ?? [];
}
