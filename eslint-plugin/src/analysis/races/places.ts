/** Variables and fields as places, read off the program: the same terms by which the flow names them. */
import type { CallInstruction, FunctionForm, Instruction, Temp } from '../lower/program.js';
import { calledName as nameOfCall } from '../resources/code/names.js';
import type { Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';

/** Chains of members are followed so far. */
const MAX_DEPTH = 12;

/** Methods that give something new, made from what is there. */
const COPIES =
  /^(?:map|filter|flatMap|flat|slice|concat|join|split|reduce\w*|keys|values|entries|to[A-Z]\w*|trim\w*|replace\w*|clone\w*|copy\w*)$/u;

/** The place that a value was taken from: a variable, or a member of one or of `this`; undefined for anything else. */
export function placeTermOf(temp: Temp, context: RaceContext, depth = 0): Term | undefined {
  const { program, flow } = context;
  const definition = program.definitions[temp];
  if (!definition || depth > MAX_DEPTH) return undefined;
  switch (definition.op) {
    case 'this':
      return flow.definitions.termOf(temp);
    case 'load': {
      const alias = aliasOf(temp, context);
      const named = alias === undefined ? undefined : placeTermOf(alias, context, depth + 1);
      return named ?? flow.terms.variable(definition.variable);
    }
    case 'get': {
      const object = placeTermOf(definition.object, context, depth + 1);
      if (!object) return undefined;
      if ('name' in definition.property) return flow.terms.member(object, definition.property.name);
      return flow.terms.index(object, flow.definitions.termOf(definition.property.computed));
    }
    case 'compute':
      return definition.operator === 'as' && definition.operands[0] !== undefined
        ? placeTermOf(definition.operands[0], context, depth + 1)
        : undefined;
    default:
      return undefined;
  }
}

/** The objects that a place is in, `this` apart. */
export function aroundPlace(place: Term): readonly Term[] {
  const around: Term[] = [];
  let at = place;
  while (at.kind === 'member' || at.kind === 'index') {
    at = at.object;
    if (at.kind !== 'this') around.push(at);
  }
  return around;
}

/** `const self = this`, `const queue = this.queue`: a local that is another name of what it was set to. */
function aliasOf(temp: Temp, { program }: RaceContext): Temp | undefined {
  const definition = program.definitions[temp];
  if (definition?.op !== 'load' || definition.variable.kind !== 'local') return undefined;
  const [only, ...others] = definition.variable.writes;
  if (only === undefined || others.length > 0) return undefined;
  const made = program.definitions[only];
  return made?.op === 'this' || made?.op === 'get' || made?.op === 'load' ? only : undefined;
}

/** True where a value is the place, or something inside of it: `pending[id]`, `pending.get(id)`. */
export function reachesInto(temp: Temp, place: Term, context: RaceContext, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (placeTermOf(temp, context) === place) return true;
  const definition = context.program.definitions[temp];
  switch (definition?.op) {
    case 'get':
      return reachesInto(definition.object, place, context, depth + 1);
    case 'call':
      return (
        definition.callee.kind === 'member' &&
        !COPIES.test(calledName(definition, context) ?? '') &&
        reachesInto(definition.callee.object, place, context, depth + 1)
      );
    case 'load': {
      const [only, ...others] = definition.variable.writes;
      if (definition.variable.kind !== 'local' || only === undefined || others.length > 0) return false;
      return reachesInto(only, place, context, depth + 1);
    }
    case 'branch':
      return definition.arms.some(
        ({ value }) => value !== undefined && reachesInto(value, place, context, depth + 1),
      );
    case 'compute':
      return (
        definition.operator === 'as' &&
        definition.operands.some((operand) => reachesInto(operand, place, context, depth + 1))
      );
    default:
      return false;
  }
}

/** The function of this file that a call runs. */
export function calledForm(call: CallInstruction, context: RaceContext): FunctionForm | undefined {
  const { callee } = call;
  const { definitions, receivers } = context.flow;
  if (callee.kind === 'value') {
    const term = definitions.termOf(callee.value);
    return term.kind === 'closure' ? term.form : undefined;
  }
  if (callee.kind !== 'member' || !('name' in callee.property)) return undefined;
  const object = definitions.termOf(callee.object);
  const method = receivers.objects.methodOf(object, callee.property.name);
  if (method) return method;
  const member = definitions.memberOf(object, callee.property.name);
  return member.kind === 'closure' ? member.form : undefined;
}

/** The name that a call is made by. */
export function calledName(call: CallInstruction, { program }: RaceContext): string | undefined {
  return nameOfCall(program, call);
}

/** True where an instruction puts nothing there: `[]`, `{}`, `{ hits: 0 }`, `new Map()`, `0`, `''`, `null`. */
export function emptyValueOf(temp: Temp, context: RaceContext): 'container' | 'constant' | undefined {
  const definition: Instruction | undefined = context.program.definitions[temp];
  switch (definition?.op) {
    case 'array':
      return definition.elements.length === 0 ? 'container' : undefined;
    case 'object':
      // `{ hits: 0, names: [] }`
      return definition.entries.every(
        (entry) => entry.kind === 'property' && emptyValueOf(entry.value, context) !== undefined,
      )
        ? 'container'
        : undefined;
    case 'literal': {
      const { value, opaque } = definition;
      if (opaque === true) return undefined;
      return value === undefined || value === null || value === 0 || value === '' || value === false
        ? 'constant'
        : undefined;
    }
    case 'load':
      return definition.variable.kind === 'global' && definition.variable.name === 'undefined'
        ? 'constant'
        : undefined;
    case 'call': {
      if (!definition.construct || definition.arguments.length > 0) {
        const callee = definition.callee.kind === 'member' ? definition.callee : undefined;
        const isBare = callee && 'name' in callee.property && callee.property.name === 'create';
        return isBare === true && definition.arguments.length === 1 ? 'container' : undefined;
      }
      const name = calledName(definition, context);
      return name !== undefined && /^(?:Map|Set|Array|Object)$/u.test(name) ? 'container' : undefined;
    }
    case 'compute':
      return definition.operator === 'as' && definition.operands[0] !== undefined
        ? emptyValueOf(definition.operands[0], context)
        : undefined;
    default:
      return undefined;
  }
}
