/** The names and constant texts that a term is made of, for guesses by name. */
import type { Term } from './terms.js';

const MAX_DEPTH = 8;

export function namesIn(term: Term, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const inner = (each: Term): string[] => namesIn(each, depth + 1);
  switch (term.kind) {
    case 'constant':
      return [String(term.value)];
    case 'variable':
      return [term.variable.name];
    case 'parameter':
      return [term.form.parameterForms[term.index]?.name ?? ''];
    case 'global':
    case 'import':
      return [term.name];
    case 'member':
      return [term.name, ...inner(term.object)];
    case 'index':
      return [...inner(term.object), ...inner(term.key)];
    case 'concat':
      return term.parts.flatMap(inner);
    case 'call':
      return [...inner(term.callee), ...term.arguments.flatMap(inner)];
    case 'compute':
      return term.operands.flatMap(inner);
    case 'either':
      return term.options.flatMap(inner);
    case 'typed':
      return inner(term.operand);
    default:
      return [];
  }
}
