/** Terms of calls, operators and casts: what they stand for, where it is more than themselves. */
import type { TypeForm } from '../lower/program.js';
import type { Term, TermTable } from './terms.js';

/** `require('x')` is the module `x`; other calls are calls. */
export function callTerm(terms: TermTable, callee: Term, args: readonly Term[], construct: boolean): Term {
  const [first] = args;
  if (
    callee.kind === 'global' &&
    callee.name === 'require' &&
    first?.kind === 'constant' &&
    typeof first.value === 'string'
  ) {
    return terms.import(first.value, '*');
  }
  // `promisify(client.get)` and `client.get.bind(client)` are `client.get`.
  if (first && isPromisify(callee)) return first;
  if (callee.kind === 'member' && callee.name === 'bind' && callee.object.kind === 'member')
    return callee.object;
  return terms.call(callee, args, construct);
}

function isPromisify(callee: Term): boolean {
  if (callee.kind === 'member') return callee.name === 'promisify' && isPromisify(callee.object);
  return callee.kind === 'import' && /^(?:node:)?util$/u.test(callee.source) && callee.name !== 'inspect';
}

export function computeTerm(terms: TermTable, operator: string, operands: readonly Term[]): Term {
  const [first] = operands;
  if (operator === 'import.meta') return terms.global(operator);
  if (operator === 'import' && first?.kind === 'constant') return terms.import(String(first.value), '*');
  return terms.compute(operator, operands);
}

/** A cast to a named type can tell a receiver; to anything else it is its operand. */
export function castTerm(terms: TermTable, operand: Term, annotation: TypeForm | undefined): Term {
  return annotation?.kind === 'named' && annotation.imported ? terms.typed(operand, annotation) : operand;
}

/** True for terms that mean the same wherever they stand. */
export function isStable(term: Term): boolean {
  switch (term.kind) {
    case 'constant':
    case 'import':
    case 'global':
    case 'closure':
    case 'class':
      return true;
    case 'member':
      return isStable(term.object);
    case 'concat':
      return term.parts.every(isStable);
    default:
      return false;
  }
}
