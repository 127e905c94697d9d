/** What a decision says of what was read: that it is there, that it is not, how it compares. */
import type { Decision, FlowAccess } from '../../flow/value.js';
import type { Finding } from '../../race.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';

/** The innermost decision of an access that rests on a read, and what it says. */
export function relationTo(
  read: FlowAccess,
  decisions: readonly Decision[],
): { readonly relation: Finding; readonly decision: Decision } | undefined {
  const told = decisions.flatMap((decision) => {
    const look = lookIn(decision, read);
    return look ? [{ relation: relationOf(decision, look.result), decision }] : [];
  });
  // `if (!raw) return; if (job.status !== 'open') return;`: the comparison says more than that it is there. What kind
  // of thing is there says no more.
  const telling = told.filter(({ decision }) => !isAboutKind(decision.test));
  return telling.findLast(({ relation }) => relation !== 'present') ?? telling.at(-1) ?? told.at(-1);
}

/** The read in a decision; another round of a loop reads anew at the same place, and maybe another key. */
function lookIn({ reads }: Decision, read: FlowAccess): FlowAccess | undefined {
  for (const source of reads) {
    if (source.kind !== 'read') continue;
    const { access } = source;
    if (access === read || isSameLook(access, read)) return access;
  }
  return undefined;
}

function isSameLook(one: FlowAccess, other: FlowAccess): boolean {
  return one.instruction === other.instruction && (one.key === other.key || isSameCall(one, other));
}

/** Not two calls of one helper. */
function isSameCall(one: FlowAccess, other: FlowAccess): boolean {
  return one.via?.call === other.via?.call;
}

/** `entry.isDirectory()`, or that it is none. */
export function isAboutKind(test: Term): boolean {
  if (test.kind === 'compute' && test.operator === '!') return test.operands.every(isAboutKind);
  return isKindOfEntry(test);
}

/** True where two decisions are the two ways in which one test comes out. */
export function areOpposite(one: Decision, other: Decision): boolean {
  return one.at === other.at && one.on === other.on && one.holds !== other.holds;
}

function relationOf({ test, on, holds }: Decision, result: Term): Finding {
  if (on === 'threw' || on === 'nullish') return holds ? 'absent' : 'present';
  return relationIn(test, result, holds, 0);
}

const INVERSE: Readonly<Record<Finding, Finding>> = {
  absent: 'present',
  present: 'absent',
  equal: 'unequal',
  unequal: 'equal',
  limit: 'limit',
  other: 'other',
};

/** What it says of `result` that a term is truthy, or is not. */
function relationIn(term: Term, result: Term, holds: boolean, depth: number): Finding {
  if (depth > 20) return 'other';
  if (isKindOfEntry(term)) return 'other';
  if (isPartOf(term, result)) return holds ? 'present' : 'absent';
  if (term.kind === 'compute') {
    const [left, right] = term.operands;
    if (term.operator === '!' && left) return relationIn(left, result, !holds, depth + 1);
    if (left && right) {
      const relation = comparison(term.operator, left, right, result);
      return holds ? relation : INVERSE[relation];
    }
  }
  if (term.kind === 'either') return relationInOptions(term.options, result, holds, depth);
  return 'other';
}

/** `a && b` and `a || b` give one of both: what is said of the read by each, where they agree. */
function relationInOptions(options: readonly Term[], result: Term, holds: boolean, depth: number): Finding {
  const told = options
    .filter((option) => mentionsTerm(option, result))
    // `info?.isDirectory()`: of what may not be there.
    .map((option) =>
      holds && isKindOfEntry(option) ? 'present' : relationIn(option, result, holds, depth + 1),
    );
  // `stats && stats.size > max`, `!(stats === null || stats.size <= max)`: that it is there goes without saying.
  const [first, ...others] = told.some((each) => each !== 'present')
    ? told.filter((each) => each !== 'present')
    : told;
  return first !== undefined && others.every((other) => other === first) ? first : 'other';
}

function comparison(operator: string, left: Term, right: Term, result: Term): Finding {
  const code = isCode(left) ?? isCode(right);
  if (code) return operator.startsWith('=') ? code : INVERSE[code];
  const isLeft = isAmountOf(left, result);
  if (!isLeft && !isAmountOf(right, result)) return 'other';
  const other = isLeft ? right : left;
  if (/^[=!]==?$/u.test(operator)) {
    const relation = equality(other);
    return operator.startsWith('=') ? relation : INVERSE[relation];
  }
  if (!/^[<>]=?$/u.test(operator)) return 'other';
  return inequality(isLeft ? operator : mirrored(operator), other);
}

/** `error.code === 'ENOENT'`. */
function isCode(term: Term): Finding | undefined {
  if (term.kind !== 'constant') return undefined;
  if (term.value === 'ENOENT') return 'absent';
  return term.value === 'EEXIST' ? 'present' : undefined;
}

function equality(other: Term): Finding {
  if (other.kind !== 'constant') return 'equal';
  const { value } = other;
  // Redis answers -2 for the time to live of what is not there, `indexOf` -1.
  if (!value || value === -1 || value === -2) return 'absent';
  return value === 1 || value === true || value === 'OK' ? 'present' : 'equal';
}

function inequality(operator: string, other: Term): Finding {
  if (other.kind !== 'constant') return 'limit';
  if (other.value === 0) return operator === '>' ? 'present' : operator === '<=' ? 'absent' : 'limit';
  if (other.value === 1 && operator === '>=') return 'present';
  if (other.value === 1 && operator === '<') return 'absent';
  return 'limit';
}

function mirrored(operator: string): string {
  return operator.startsWith('<') ? operator.replace('<', '>') : operator.replace('>', '<');
}

/** Notations and numbers of what was read, and parts of it. */
export function isPartOf(term: Term, result: Term): boolean {
  if (term === result) return true;
  switch (term.kind) {
    case 'typed':
      return isPartOf(term.operand, result);
    case 'member':
    case 'index':
      return isPartOf(term.object, result);
    case 'either': {
      const values = term.options.filter((option) => option.kind !== 'constant');
      return values.length > 0 && values.every((option) => isPartOf(option, result));
    }
    case 'call':
      if (term.arguments.some((argument) => isPartOf(argument, result))) return isNotation(term.callee);
      return term.callee.kind === 'member' && isPartOf(term.callee.object, result);
    default:
      return false;
  }
}

function isNotation(callee: Term): boolean {
  const name = callee.kind === 'member' || callee.kind === 'global' ? callee.name : '';
  return /^(?:parse\w*|Number|String|Boolean|BigInt|keys|values|entries|from|isArray|safeParse|Set)$/u.test(
    name,
  );
}

/** Also with something added to it: `count + 1 > max`. */
export function isAmountOf(term: Term, result: Term): boolean {
  if (term.kind === 'compute' && /^[-+*/]$/u.test(term.operator))
    return term.operands.some((operand) => isAmountOf(operand, result));
  return isPartOf(term, result);
}

/** `entry.isDirectory()`: what kind of thing is there, not whether. */
function isKindOfEntry(term: Term): boolean {
  return (
    term.kind === 'call' &&
    term.callee.kind === 'member' &&
    /^is[A-Z]\w*$/u.test(term.callee.name) &&
    term.callee.name !== 'isArray'
  );
}
