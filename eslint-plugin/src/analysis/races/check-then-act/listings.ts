/** Folders whose names are listed before something is put into them: a name that is taken, a number that is allowed. */
import { familyOf } from '../../../stores/model.js';
import type { FlowAccess } from '../../flow/value.js';
import { isBeneath } from '../../resources/path-relations.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { ActEvidence } from './evidence.js';

export function isListing({ method, receiver }: FlowAccess): boolean {
  return familyOf(receiver.model) === 'files' && /^read_?dir/iu.test(method);
}

/** The names of the folder were listed in which the act puts something. */
export function isListingAround(look: FlowAccess, act: FlowAccess): boolean {
  return isListing(look) && look.receiver.root === act.receiver.root && isBeneath(act.key, look.key);
}

/** `if (names.length >= MAX) return; await write(…)`: as long as there are few, one more is made. */
export function isBelowBound({ decision, check }: ActEvidence): boolean {
  if (decision?.on !== 'truthy') return false;
  let { test, holds } = decision;
  while (test.kind === 'compute' && test.operator === '!' && test.operands[0]) {
    test = test.operands[0];
    holds = !holds;
  }
  if (test.kind !== 'compute') return false;
  const [left, right] = test.operands;
  if (!left || !right || !/^[<>]=?$/u.test(test.operator)) return false;
  const isLeft = isCountOf(left, check.result);
  const [count, bound] = isLeft ? [left, right] : [right, left];
  if (!isCountOf(count, check.result) || mentionsTerm(bound, check.result)) return false;
  // `names.length > 0` asks whether there is any.
  if (bound.kind === 'constant' && (typeof bound.value !== 'number' || bound.value <= 1)) return false;
  return test.operator.startsWith('<') === (isLeft === holds);
}

/** `names.length`, `names.filter(isBackup).length`, `names.length + 1`. */
function isCountOf(term: Term, result: Term): boolean {
  if (term.kind === 'compute' && /^[-+]$/u.test(term.operator))
    return term.operands.some((operand) => isCountOf(operand, result));
  return term.kind === 'member' && /^(?:length|size)$/u.test(term.name) && mentionsTerm(term.object, result);
}

/** `names.includes(name)`: what was looked for is what is then made. */
export function isLookedFor({ decision, act }: ActEvidence): boolean {
  return decision !== undefined && argumentsIn(decision.test).some((name) => isLastPart(act.key, name));
}

function argumentsIn(test: Term): readonly Term[] {
  if (test.kind === 'compute') return test.operands.flatMap(argumentsIn);
  if (test.kind !== 'call' || test.callee.kind !== 'member') return [];
  return /^(?:includes|indexOf|has)$/u.test(test.callee.name) ? test.arguments : [];
}

/** The path ends with the name, itself maybe put together: `join(folder, `${title}.md`)`. */
function isLastPart(path: Term, name: Term): boolean {
  if (path.kind !== 'concat') return false;
  const parts = name.kind === 'concat' ? name.parts : [name];
  return parts.every((part, index) => {
    const own = path.parts[path.parts.length - parts.length + index];
    if (own === part) return true;
    return (
      index === 0 &&
      own?.kind === 'constant' &&
      part.kind === 'constant' &&
      String(own.value).endsWith(String(part.value))
    );
  });
}
