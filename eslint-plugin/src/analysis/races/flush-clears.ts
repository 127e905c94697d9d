/** Writes to memory that empty a place: what a flush ends with. */
import type { FlowAccess } from '../flow/value.js';
import type { Temp } from '../lower/program.js';
import { MEMORY } from '../../stores/memory.js';
import type { Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';
import { instructionsOf } from './instructions.js';
import { calledName, emptyValueOf, placeTermOf } from './places.js';

export interface Clear {
  /** What is emptied. */
  readonly place: Term;
  /**
   * - `contents`: a container is emptied, in place or by another that is empty;
   * - `zero`: a number or a text starts again;
   * - `slot`: nothing is put in the place of something;
   * - `flag`: `false` is.
   */
  readonly how: 'contents' | 'zero' | 'slot' | 'flag';
}

export function clearOf(access: FlowAccess, context: RaceContext): Clear | undefined {
  if (access.receiver.model !== MEMORY) return undefined;
  const { instruction } = access;
  switch (instruction.op) {
    case 'store':
      return instruction.declares ? undefined : setTo(access.key, instruction.from, context);
    case 'set': {
      const { key } = access;
      // `buffer.length = 0`
      if (key.kind === 'member' && key.name === 'length' && key.object === access.receiver.root)
        return emptyValueOf(instruction.from, context) ? { place: key.object, how: 'contents' } : undefined;
      return setTo(key, instruction.from, context);
    }
    case 'call':
      return callClears(access, context) ? { place: access.key, how: 'contents' } : undefined;
    default:
      return undefined;
  }
}

function setTo(place: Term, from: Temp, context: RaceContext): Clear | undefined {
  const empty = emptyValueOf(from, context);
  if (!empty) return undefined;
  if (empty === 'container') return { place, how: 'contents' };
  const value = constantOf(from, context);
  if (value === false) return { place, how: 'flag' };
  return { place, how: value === 0 || value === '' ? 'zero' : 'slot' };
}

function constantOf(temp: Temp, context: RaceContext): unknown {
  const definition = context.program.definitions[temp];
  if (definition?.op === 'literal') return definition.value;
  if (definition?.op === 'compute' && definition.operands[0] !== undefined)
    return constantOf(definition.operands[0], context);
  return undefined;
}

/** `clear()`, and `splice` of all that there is, where nobody takes what it gives. */
function callClears({ instruction, key, method }: FlowAccess, context: RaceContext): boolean {
  if (instruction.op !== 'call') return false;
  const name = calledName(instruction, context);
  if (name !== method) return false;
  if (name === 'clear') return true;
  if (name !== 'splice' || instructionsOf(context.program).used.has(instruction.to)) return false;
  const [from, count, ...others] = instruction.arguments;
  // What is put in their place stays.
  if (!from || others.length > 0 || constantOf(from.value, context) !== 0) return false;
  return !count || isWholeLength(count.value, key, context);
}

/** `buffer.length`, asked for here and now; what was kept from before the wait is another number. */
function isWholeLength(temp: Temp, place: Term, context: RaceContext): boolean {
  const definition = context.program.definitions[temp];
  if (definition?.op === 'load') return definition.variable.name === 'Infinity';
  if (definition?.op !== 'get' || !('name' in definition.property) || definition.property.name !== 'length')
    return false;
  return placeTermOf(definition.object, context) === place;
}
