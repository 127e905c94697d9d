/** What a field of an object holds, where the object was made in view: `new Planner(folder).folder` is `folder`. */
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';

/** Terms within terms are followed so far. */
const MAX_DEPTH = 8;

/** The same term, with the fields of objects that were made in view replaced by what their constructor was given. */
export function settled(term: Term, context: RaceContext, depth = 0): Term {
  if (depth > MAX_DEPTH) return term;
  const { terms } = context.flow;
  const inner = (each: Term): Term => settled(each, context, depth + 1);
  switch (term.kind) {
    case 'concat': {
      const parts = term.parts.map(inner);
      return parts.every((part, index) => part === term.parts[index]) ? term : terms.concat(parts);
    }
    case 'member':
      return fieldOf(term.object, term.name, context) ?? term;
    default:
      return term;
  }
}

function fieldOf(object: Term, name: string, { program, flow }: RaceContext): Term | undefined {
  if (object.kind !== 'call' || !object.construct || object.callee.kind !== 'class') return undefined;
  const owner = object.callee.form;
  const [only, ...others] = owner.fieldWrites.get(name) ?? [];
  if (only === undefined || others.length > 0) return undefined;
  const value = flow.definitions.termOf(only);
  if (value.kind === 'constant') return value;
  if (value.kind === 'parameter' && value.form === owner.constructorForm)
    return object.arguments[value.index];
  // Parameter properties are stored from the parameter's own value.
  const index = owner.constructorForm?.parameters.indexOf(only) ?? -1;
  return index >= 0 && program.definitions[only] === undefined ? object.arguments[index] : undefined;
}
