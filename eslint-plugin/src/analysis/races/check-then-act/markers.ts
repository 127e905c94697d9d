/**
 * Markers and computed values. Who writes a marker, an owner, a state or what the caller passes claims a key;
 * who writes what was fetched or computed on a miss fills a cache.
 */
import { derivationOf } from '../derivation.js';
import type { Value } from '../../flow/value.js';
import type { Program } from '../../lower/program.js';
import { isPrivateKey } from '../../resources/keys.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import type { Term } from '../../resources/terms.js';
import { otherExits, type ActEvidence } from './evidence.js';

/** Calls that give another notation of their arguments, or something that nothing was fetched for. */
const PLAIN_CALLS =
  /^(?:stringify|parse|String|Number|Boolean|BigInt|toString|toISOString|toJSON|now|getTime|valueOf|random\w*|uuid\w*|v[1-7]|nanoid|ulid|cuid\w*|createId|hostname|cwd|floor|round|ceil|trunc|max|min|join|concat|trim|toLowerCase|toUpperCase|padStart|padEnd|from|Date|assign|freeze|hrtime|serialize|encode|pack)$/u;

/** True for a value that is a marker, or holds nothing else. */
export function isMarkerValue(value: Value, program: Program, depth = 0): boolean {
  const parts = [...(value.parts?.values() ?? [])];
  if (depth < 4 && parts.some((part) => !isMarkerValue(part, program, depth + 1))) return false;
  return isMarker(value.term, program);
}

/** True for what needs no work to have: constants, what the caller passes, ids, times, and what is put together from them. */
function isMarker(term: Term, program: Program, depth = 0): boolean {
  if (depth > 8) return false;
  const inner = (each: Term): boolean => isMarker(each, program, depth + 1);
  switch (term.kind) {
    case 'constant':
    case 'parameter':
    case 'this':
    case 'variable':
    case 'global':
    case 'import':
      return true;
    case 'member':
      return inner(term.object);
    case 'index':
      return inner(term.object) && inner(term.key);
    case 'concat':
      return term.parts.every(inner);
    case 'compute':
      return term.operands.every(inner);
    case 'either':
      return term.options.every(inner);
    case 'typed':
      return inner(term.operand);
    case 'call':
      return isPlainCall(term.callee) && term.arguments.every(inner) && isPlainObject(term.callee, inner);
    case 'made':
      return isMarkerMade(term, program, depth);
    default:
      return false;
  }
}

function isPlainObject(callee: Term, inner: (term: Term) => boolean): boolean {
  return callee.kind !== 'member' || inner(callee.object);
}

function isPlainCall(callee: Term): boolean {
  if (callee.kind === 'closure') return false;
  return 'name' in callee && PLAIN_CALLS.test(callee.name);
}

/** An object or array that is written out here, or an id that is made here. */
function isMarkerMade(term: Extract<Term, { kind: 'made' }>, program: Program, depth: number): boolean {
  const definition = program.definitions[term.temp];
  if (!definition) return false;
  if (definition.op === 'call') {
    const { callee } = definition;
    const loaded = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
    const name =
      callee.kind === 'member'
        ? 'name' in callee.property
          ? callee.property.name
          : ''
        : loaded?.op === 'load'
          ? loaded.variable.name
          : '';
    return PLAIN_CALLS.test(name);
  }
  // The values of its parts are asked for one by one.
  if (definition.op === 'compute') return /^(?:element|key|rest)$/u.test(definition.operator);
  return (
    depth < 8 && (definition.op === 'object' || definition.op === 'array' || definition.op === 'literal')
  );
}

/**
 * True where what is written was there before anybody looked, and whoever finds the key leaves: no work that a cache
 * would save is done behind the check.
 */
export function isHadBefore(evidence: ActEvidence): boolean {
  const { act, check, context } = evidence;
  const call = act.via?.call ?? act.instruction;
  const look = check.via?.call ?? check.instruction;
  if (call.op !== 'call' || otherExits(evidence).length === 0) return false;
  const instructions = instructionsOf(context.program);
  const form = instructions.placeOf(call)?.form;
  const { calls } = derivationOf(
    call.arguments.map(({ value }) => value),
    context,
    undefined,
    0,
  );
  return calls.every(
    (each) =>
      PLAIN_CALLS.test(context.uses.nameOf(each)) ||
      (instructions.placeOf(each)?.form === form && each.at.end <= look.at.start),
  );
}

/** True for an id that is made anew: whoever writes it second replaces an id that is in use. */
export function isFreshId(term: Term, program: Program): boolean {
  if (term.kind === 'typed') return isFreshId(term.operand, program);
  if (term.kind === 'concat') return term.parts.some((part) => isFreshId(part, program));
  return isPrivateKey(term, program);
}
