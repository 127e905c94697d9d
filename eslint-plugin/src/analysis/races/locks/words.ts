/** Names that speak of locks. A guess, made here and nowhere else. */
import type { FunctionForm } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';

const LOCK_WORDS = new Set([
  'lock',
  'locks',
  'locker',
  'locking',
  'unlock',
  'mutex',
  'mutexes',
  'lease',
  'semaphore',
  'sem',
  'lck',
  'lk',
  'redlock',
  'lockfile',
  'exclusive',
]);

/** True for `lockKey`, `LOCK_PREFIX`, `acquireLock`; false for `blockList`, `clock`, `locked` and `lockout`. */
export function speaksOfLock(text: string): boolean {
  return wordsOf(text).some((word) => LOCK_WORDS.has(word));
}

/** A key that only one can have is a lock where it names the one who leads, too: `leader:reports`. */
export function speaksOfHolder(text: string): boolean {
  return speaksOfLock(text) || wordsOf(text).some((word) => word === 'leader' || word === 'leadership');
}

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u);
}

/** Waiting without an end is what candidates for a leader do. */
export function speaksOfLeader(text: string): boolean {
  return /leader|elect|primary|master/iu.test(text);
}

/** The constant words and the names of which a key is made. */
export function textOfKey(term: Term, depth = 0): string {
  if (depth > 6) return '';
  const inner = (each: Term): string => textOfKey(each, depth + 1);
  switch (term.kind) {
    case 'constant':
      return String(term.value);
    case 'concat':
      return term.parts.map(inner).join(' ');
    case 'variable':
      return term.variable.name;
    case 'parameter':
      return term.form.parameterForms[term.index]?.name ?? '';
    case 'import':
    case 'global':
      return term.name;
    case 'member':
      return `${term.object.kind === 'this' ? '' : inner(term.object)} ${term.name}`;
    case 'index':
      return `${inner(term.object)} ${inner(term.key)}`;
    case 'call':
      return `${inner(term.callee)} ${term.arguments.map(inner).join(' ')}`;
    case 'either':
      return term.options.map(inner).join(' ');
    case 'compute':
      return term.operands.map(inner).join(' ');
    case 'typed':
      return inner(term.operand);
    case 'closure':
      return term.form.name ?? '';
    default:
      return '';
  }
}

/** The names of a function, of the class that it belongs to, and of the functions around it. */
export function namesAround(form: FunctionForm): string {
  const names: string[] = [];
  for (let each: FunctionForm | undefined = form; each; each = each.parent)
    names.push(each.name ?? '', each.member?.name ?? '');
  return names.join(' ');
}

/**
 * A key with what varies left out: keys of two functions are alike where it is the same. A key that varies as
 * a whole is like any other.
 */
export function shapeOf(term: Term, depth = 0): string {
  if (depth > 6) return '*';
  const inner = (each: Term): string => shapeOf(each, depth + 1);
  switch (term.kind) {
    case 'constant':
      return String(term.value);
    case 'concat':
      return term.parts.map(inner).join('');
    case 'member':
      return term.object.kind === 'this' ? `this.${term.name}` : '*';
    case 'call':
      return `${textOfKey(term.callee).trim()}(*)`;
    case 'import':
    case 'global':
      return term.name;
    default:
      return '*';
  }
}

/** A function that by its name leaves the lock to its caller. */
export function isAcquirer(name: string): boolean {
  return /^_?(?:try_?)?(?:[aA]cquire|[lL]ock|[oO]btain)(?![a-z])|^_?(?:try_?)?(?:[cC]laim|[tT]ake|[gG]et|[eE]nter)\w*(?:Lock|Lease|Mutex|Slot)/u.test(
    name,
  );
}
