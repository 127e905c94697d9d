/** How much is saved, kept as a number; and what was taken out to be saved, put back. */
import type { FlowAccess } from '../../flow/value.js';
import type { Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { derivationOf } from '../derivation.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import { calledName, placeTermOf } from '../places.js';

/** Calls that copy what they are given. */
const COPIES = /^(?:slice|splice|concat|from|of|structuredClone|clone|cloneDeep|assign|Map|Set|Array)$/u;

/** `sent = entries.length`, `savedRevision = revision`: what is counted. */
export function countedBy(from: Temp, context: RaceContext): Term | undefined {
  const definition = context.program.definitions[from];
  if (definition?.op === 'get' && 'name' in definition.property) {
    const isCount = /^(?:length|size)$/u.test(definition.property.name);
    return placeTermOf(isCount ? definition.object : from, context);
  }
  // What a local holds was read before.
  if (definition?.op !== 'load') return undefined;
  const { variable } = definition;
  return variable.owner.kind === 'module' || variable.captured ? placeTermOf(from, context) : undefined;
}

/** A mark is compared with what it counts, or what is saved begins where it stands. */
export function isMark(mark: Term, counted: Term, context: RaceContext): boolean {
  return context.program.functions.some((form) =>
    instructionsOf(context.program)
      .inFunction(form)
      .some((each) => {
        if (each.op === 'branch') {
          const { places } = derivationOf([each.test], context);
          return places.has(mark) && places.has(counted);
        }
        if (each.op !== 'call' || each.callee.kind !== 'member') return false;
        if (!/^(?:slice|subarray|substring)$/u.test(calledName(each, context) ?? '')) return false;
        return (
          placeTermOf(each.callee.object, context) === counted &&
          each.arguments.some(({ value }) => derivationOf([value], context).places.has(mark))
        );
      }),
  );
}

/** `savedRevision = revision`, the revision being that from before the wait. */
export function setsMark({ instruction, key }: FlowAccess, context: RaceContext): boolean {
  if (instruction.op !== 'store' && instruction.op !== 'set') return false;
  const definition = context.program.definitions[instruction.from];
  if (definition?.op !== 'load' || definition.variable.kind !== 'local') return false;
  const [kept, ...others] = definition.variable.writes;
  const counted = kept === undefined || others.length > 0 ? undefined : countedBy(kept, context);
  return counted !== undefined && counted !== key && isMark(key, counted, context);
}

/** True where a value is read behind a wait. */
export function isReadAfter(from: Temp, wait: SourceRange, context: RaceContext): boolean {
  const definition = context.program.definitions[from];
  return definition !== undefined && definition.at.start >= wait.end;
}

/** `queue = batch`, `queue = [...batch]`: what was taken from the place, and nothing of what is there now. */
export function isPutBack(from: Temp, place: Term, context: RaceContext, depth = 0): boolean {
  const definition = context.program.definitions[from];
  if (depth > 2) return false;
  const inner = (temp: Temp): boolean => isPutBack(temp, place, context, depth + 1);
  switch (definition?.op) {
    case 'load':
      return isTaken(from, place, context);
    case 'array':
      return (
        definition.elements.length > 0 &&
        definition.elements.every(({ value, spread }) => spread && inner(value))
      );
    case 'call': {
      const given = definition.arguments.map(({ value }) => value);
      const isCopy = COPIES.test(calledName(definition, context) ?? '');
      if (!isCopy) return false;
      if (definition.callee.kind === 'member' && given.length === 0) return inner(definition.callee.object);
      return given.length === 1 && given.every(inner);
    }
    default:
      return false;
  }
}

/** `const batch = queue`, `const batch = queue.splice(0)`. */
function isTaken(temp: Temp, place: Term, context: RaceContext): boolean {
  const definition = context.program.definitions[temp];
  if (definition?.op !== 'load') return false;
  const { variable } = definition;
  const [only, ...others] = variable.writes;
  if (variable.kind !== 'local' || variable.owner.kind === 'module') return false;
  if (only === undefined || others.length > 0 || isComputed(only, context)) return false;
  const { places, names } = derivationOf([only], context);
  return places.has(place) && names.every((name) => COPIES.test(name));
}

/** `total + 1` is another value than `total`. */
function isComputed(temp: Temp, { program }: RaceContext): boolean {
  const definition = program.definitions[temp];
  return definition?.op === 'compute' && definition.operator !== 'as';
}
