/** What a channel holds: a list, an object or a scalar. */
import type { FunctionForm, Temp, TypeForm, ValueInstruction } from '../../lower/program.js';
import { importOf } from '../../resources/exports.js';
import type { Origins } from '../../resources/origins.js';
import type { Term } from '../../resources/terms.js';
import type { Holding } from './model.js';

export const ZOD = /^zod(?:$|\/)/u;

const ZOD_HOLDINGS: Readonly<Record<string, Holding>> = {
  array: 'list',
  tuple: 'list',
  set: 'object',
  object: 'object',
  record: 'object',
  map: 'object',
  string: 'scalar',
  number: 'scalar',
  boolean: 'scalar',
  enum: 'scalar',
  literal: 'scalar',
};

/** What an expression shows a value to be. */
export function holdingOfMade(made: ValueInstruction): Holding {
  switch (made.op) {
    case 'array':
      return 'list';
    case 'object':
      return 'object';
    case 'literal':
      return made.opaque || made.value === null || made.value === undefined ? 'unknown' : 'scalar';
    case 'call':
      return made.construct && made.callee.kind === 'value' ? 'object' : 'unknown';
    case 'compute':
      return /^(?:template|[-+*/%]|[=!]==?|[<>]=?|!)$/u.test(made.operator) ? 'scalar' : 'unknown';
    default:
      return 'unknown';
  }
}

/** What an annotation says. */
export function holdingOfType(type: TypeForm | undefined): Holding {
  switch (type?.kind) {
    case 'list':
      return 'list';
    case 'members':
      return 'object';
    case 'named':
      if (/^(?:Array|ReadonlyArray)$/u.test(type.name)) return 'list';
      return /^(?:Record|Map|Set|Partial|ReadonlyMap|ReadonlySet)$/u.test(type.name) ? 'object' : 'unknown';
    default:
      return 'unknown';
  }
}

/** What the function gives that makes a channel's first value. */
export function holdingOfDefault(origins: Origins, temp: Temp | undefined): Holding {
  if (temp === undefined) return 'unknown';
  const results = origins
    .functionsOf(temp)
    .flatMap((form: FunctionForm) => origins.definitions.returnsOf(form));
  const kinds = new Set(results.flatMap((result) => origins.of(result)).map(holdingOfMade));
  const [kind] = kinds;
  return kinds.size === 1 && kind ? kind : 'unknown';
}

/** What a schema of zod describes. */
export function holdingOfZod(origins: Origins, temp: Temp): Holding {
  let at: Term = origins.termOf(temp);
  for (let steps = 0; steps < 60; steps++) {
    if (at.kind === 'call') at = at.callee;
    else if (at.kind === 'member') {
      const origin = importOf(at);
      if (origin && ZOD.test(origin.source)) return ZOD_HOLDINGS[at.name] ?? 'unknown';
      at = at.object;
    } else return 'unknown';
  }
  return 'unknown';
}
