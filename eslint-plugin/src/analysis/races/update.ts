/** How the written value comes from the one that was read. */
import type { FlowAccess } from '../flow/value.js';
import type { Temp } from '../lower/program.js';
import type { SourceRange, Update } from '../race.js';
import { mentionsTerm, type Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';

/** `refill`: a cache that writes back what it found, or what it loaded on a miss. */
export type FoundUpdate = Update | { readonly kind: 'refill' };

/** Functions that give their argument in another notation. */
const NOTATIONS = new Set(['parse', 'stringify', 'String', 'Buffer', 'from', 'toString']);
const NUMBERS = new Set(['Number', 'parseInt', 'parseFloat', 'BigInt']);

export function updateOf(read: FlowAccess, write: FlowAccess, context: RaceContext): FoundUpdate {
  const written = write.written?.term;
  if (!written) return { kind: 'computed' };
  const plain = plainOf(written);
  if (isReadItself(plain, read) && !write.changedInPlace) return { kind: 'unchanged' };
  if (plain.kind === 'either' && !write.changedInPlace) {
    const options = plain.options.map(plainOf);
    if (
      options.some((option) => isReadItself(option, read)) &&
      options.every((option) => isReadItself(option, read) || !mentions(option, read))
    ) {
      return { kind: 'refill' };
    }
  }
  return incrementOf(plain, read, context) ?? { kind: 'computed' };
}

/** Strips notations: `JSON.stringify(x)`, `String(x)`, `x.toString()`. */
function plainOf(term: Term): Term {
  if (term.kind === 'typed') return plainOf(term.operand);
  if (term.kind === 'compute' && term.operator === 'text')
    return term.operands[0] ? plainOf(term.operands[0]) : term;
  if (term.kind !== 'call') return term;
  const [first] = term.arguments;
  const name = term.callee.kind === 'member' || term.callee.kind === 'global' ? term.callee.name : undefined;
  return first && name !== undefined && NOTATIONS.has(name) ? plainOf(first) : term;
}

/** The very value that was read, under any notation. */
export function isReadItself(term: Term, read: FlowAccess): boolean {
  const plain = plainOf(term);
  if (plain.kind === 'either')
    return (
      plain.options.every((option) => option.kind === 'constant' || isReadItself(option, read)) &&
      plain.options.some((option) => isReadItself(option, read))
    );
  return plain === read.result || (plain.kind === 'member' && plain.object === read.result);
}

function mentions(term: Term, read: FlowAccess): boolean {
  return mentionsTerm(term, read.result);
}

/** `Number(read) + step`, with nothing else in it. */
function incrementOf(term: Term, read: FlowAccess, context: RaceContext): Update | undefined {
  if (
    term.kind !== 'compute' ||
    (term.operator !== '+' && term.operator !== '-') ||
    term.operands.length !== 2
  )
    return undefined;
  const [left, right] = term.operands;
  if (!left || !right) return undefined;
  const temps = context.computations.get(term);
  if (isCount(left, read) && !mentions(right, read)) {
    return increment(term.operator === '+' ? 1 : -1, right, temps?.[1], left, context);
  }
  if (term.operator === '+' && isCount(right, read) && !mentions(left, read)) {
    return increment(1, left, temps?.[0], right, context);
  }
  return undefined;
}

function increment(
  sign: 1 | -1,
  step: Term,
  temp: Temp | undefined,
  count: Term,
  context: RaceContext,
): Update | undefined {
  const at = rangeOf(temp, context);
  if (!at || context.program.isLinked(at)) return undefined;
  const integer = (step.kind !== 'constant' || Number.isInteger(step.value)) && !usesFloat(count);
  return { kind: 'increment', sign, step: step.kind === 'constant' && step.value === 1 ? 1 : at, integer };
}

function rangeOf(temp: Temp | undefined, context: RaceContext): SourceRange | undefined {
  return temp === undefined ? undefined : context.program.definitions[temp]?.at;
}

function usesFloat(term: Term): boolean {
  if (term.kind === 'either') return term.options.some(usesFloat);
  return term.kind === 'call' && term.callee.kind === 'global' && term.callee.name === 'parseFloat';
}

/** The read as a number that is 0 where there is none: what INCR starts from. */
function isCount(term: Term, read: FlowAccess): boolean {
  switch (term.kind) {
    case 'typed':
      return isCount(term.operand, read);
    case 'either': {
      const counts = term.options.filter((option) => isCount(option, read) || isReadTerm(option, read));
      return counts.length > 0 && term.options.every((option) => counts.includes(option) || isZero(option));
    }
    case 'call': {
      const [first] = term.arguments;
      const name = term.callee.kind === 'global' || term.callee.kind === 'member' ? term.callee.name : '';
      return first !== undefined && NUMBERS.has(name) && isZeroOrRead(first, read);
    }
    case 'compute': {
      const [first] = term.operands;
      return (
        term.operator === '+' &&
        term.operands.length === 1 &&
        first !== undefined &&
        isZeroOrRead(first, read)
      );
    }
    default:
      return isReadTerm(term, read);
  }
}

function isZeroOrRead(term: Term, read: FlowAccess): boolean {
  if (term.kind === 'either')
    return term.options.every((option) => isZero(option) || isReadTerm(option, read));
  return isReadTerm(term, read);
}

function isReadTerm(term: Term, read: FlowAccess): boolean {
  if (term.kind === 'typed') return isReadTerm(term.operand, read);
  // One field of a hash that was read whole.
  return term === read.result || (term.kind === 'member' && term.object === read.result);
}

function isZero(term: Term): boolean {
  return term.kind === 'constant' && (term.value === 0 || term.value === '0');
}
