/** Locks by what is done with them: `while (exists(path)) await sleep(500); await write(path)`. */
import { someIn } from '../../resources/code/blocks.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import type { Term } from '../../resources/terms.js';
import type { ActEvidence } from './evidence.js';

/** True where a loop waits until a path is free, which is then taken: it is there to keep others out. */
export function isWaitedFor({ act, check, decision, relation, context }: ActEvidence): boolean {
  if (!decision || relation !== 'absent' || check.key !== act.key) return false;
  const isFixed = isSameInEachRound(act.key);
  return instructionsOf(context.program)
    .inFunction(act.form)
    .some(
      (each) =>
        each.op === 'loop' &&
        each.at.start <= decision.at.start &&
        decision.at.end <= each.at.end &&
        each.at.end <= act.instruction.at.start &&
        someIn(each.body, ({ op }) => op === 'suspend') &&
        (isFixed || !someIn(each.body, ({ op }) => op === 'store')),
    );
}

/** A name that changes from round to round is one of many: it is picked, and not waited for. */
function isSameInEachRound(key: Term): boolean {
  switch (key.kind) {
    case 'constant':
    case 'parameter':
    case 'this':
    case 'global':
    case 'import':
      return true;
    case 'member':
      return isSameInEachRound(key.object);
    case 'concat':
      return key.parts.every(isSameInEachRound);
    default:
      return false;
  }
}
