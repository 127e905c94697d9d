import type { Term } from '../../../eslint-plugin/dist/analysis/resources/terms.js';

/** A term as the source would have it, as far as the tests need it. */
export function describeTerm(term: Term): string {
  switch (term.kind) {
    case 'constant':
      return String(term.value);
    case 'concat':
      return term.parts
        .map((part) => (part.kind === 'constant' ? String(part.value) : `{${describeTerm(part)}}`))
        .join('');
    case 'variable':
      return term.variable.name;
    case 'parameter':
      return term.form.parameterForms[term.index]?.name ?? `argument ${String(term.index + 1)}`;
    case 'this':
      return 'this';
    case 'member':
      return `${describeTerm(term.object)}.${term.name}`;
    case 'import':
    case 'global':
      return term.name;
    case 'call':
      return `${describeTerm(term.callee)}(${term.arguments.map(describeTerm).join(', ')})`;
    default:
      return '…';
  }
}
