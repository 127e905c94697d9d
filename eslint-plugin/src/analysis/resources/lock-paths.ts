/** Files that are locks, by their names. */
import type { Term } from './terms.js';

/** Paths are not taken apart further than this. */
const MAX_DEPTH = 12;

/**
 * True for a path that, by its name, is there to exclude others. A file that is only made where there was none is
 * no lock for what else is done with it.
 */
export function isLockPath(term: Term, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (each: Term): boolean => isLockPath(each, depth + 1);
  switch (term.kind) {
    case 'constant':
      return typeof term.value === 'string' && isLockName(term.value);
    case 'variable':
      return isLockName(term.variable.name);
    case 'parameter':
      return isLockName(term.form.parameterForms[term.index]?.name ?? '');
    case 'member':
    case 'global':
    case 'import':
      return isLockName(term.name);
    case 'concat':
      return term.parts.some(inner);
    case 'call':
      return inner(term.callee) || term.arguments.some(inner);
    case 'typed':
      return inner(term.operand);
    default:
      return false;
  }
}

function isLockName(text: string): boolean {
  return /(?<![bcf])lock(?!ed|out|file\.json)|lck|mutex|semaphore|\.pid\b/iu.test(text);
}
