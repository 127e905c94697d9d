/** Which reads a tested value was asked for, as opposed to those that merely went into it on its way. */
import { MEMORY } from '../../stores/memory.js';
import { mentionsTerm, type Term } from '../resources/terms.js';
import type { FlowAccess, Sources, Value } from './value.js';
import type { Walk } from './walk.js';

/**
 * The reads that a test looks at. Memory counts where the test names it; what merely went into a call on the
 * way to the tested value does not decide anything by itself.
 */
export function decidingSources(walk: Walk, test: Value, sources: Sources): Sources {
  const deciding = [...sources].filter(
    (source) =>
      source.kind !== 'read' ||
      source.access.receiver.model !== MEMORY ||
      asksFor(test.term, source.access.result, walk.context.answers) ||
      // `find` tests each element, and the program tests what it found.
      mentionsTerm(source.access.result, operandOf(test.term)),
  );
  return deciding.length === sources.size ? sources : new Set(deciding);
}

function operandOf(test: Term): Term {
  const [only, second] = test.kind === 'compute' ? test.operands : [];
  return only && !second ? only : test;
}

/**
 * True where `test` names the value. What is given to a call that is waited for is asked for where the answer
 * itself is tested, `if (await isFull(seats))`; a part of an answer tells of something else, `(await ask(history)).text`.
 */
function asksFor(test: Term, value: Term, answers: ReadonlySet<Term>, isPart = false): boolean {
  if (test === value) return true;
  const inner = (term: Term, part = isPart): boolean => asksFor(term, value, answers, part);
  switch (test.kind) {
    case 'member':
      return inner(test.object, true);
    case 'index':
      return inner(test.object, true) || inner(test.key, false);
    case 'call':
      if (isPart && answers.has(test)) return false;
      return inner(test.callee) || test.arguments.some((argument) => inner(argument));
    case 'compute':
      return test.operands.some((operand) => inner(operand));
    case 'concat':
      return test.parts.some((part) => inner(part));
    case 'either':
      return test.options.some((option) => inner(option));
    case 'typed':
      return inner(test.operand);
    default:
      return false;
  }
}

/** True where a part of the value is computed from what the read gave, and not by somebody else who was shown it. */
export function isComputedFrom(
  { term, parts }: Value,
  read: FlowAccess,
  answers: ReadonlySet<Term>,
  depth = 0,
): boolean {
  if (parts && depth < MAX_PARTS_DEPTH)
    return [...parts.values()].some((part) => isComputedFrom(part, read, answers, depth + 1));
  return asksFor(term, read.result, answers, true);
}

/** Objects in objects are looked into so far. */
const MAX_PARTS_DEPTH = 4;
