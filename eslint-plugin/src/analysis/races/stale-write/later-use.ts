/** What others rest on, so that who writes second does harm: the best of all, a count, one entry of each. */
import type { FlowAccess } from '../../flow/value.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import type { StaleWriteEvidence } from './certainty.js';
import { isTime } from './made.js';

/** `if (price <= best.price) return; await verify(); best = { price }`: the lower one comes last, and stays. */
export function isBest({ read, write, suspension, context }: StaleWriteEvidence): boolean {
  const { written } = write;
  if (!written) return false;
  const terms = written.parts ? [...written.parts.values()].map(({ term }) => term) : [written.term];
  const compared = terms.filter((term) => term.kind !== 'constant' && !isTime(term, context));
  return write.decisions.some(
    ({ at, test, reads }) =>
      at.start < suspension.start &&
      [...reads].some((source) => source.kind === 'read' && source.access === read) &&
      comparesOneOf(test, compared),
  );
}

function comparesOneOf(test: Term, terms: readonly Term[]): boolean {
  if (test.kind === 'either') return test.options.some((option) => comparesOneOf(option, terms));
  if (test.kind !== 'compute') return false;
  if (/^[<>]=?$/u.test(test.operator)) return test.operands.some((operand) => terms.includes(operand));
  return test.operands.some((operand) => comparesOneOf(operand, terms));
}

/** `if (next === undefined) next = await load(); return next++;`: who loads late counts again from where the others began. */
export function isCountedOn(write: FlowAccess, { program, flow }: RaceContext): boolean {
  return program.functions.some((form) =>
    flow.summaries
      .of(form)
      ?.accesses.some(
        ({ operation, key, written }) =>
          operation === 'write' &&
          key === write.key &&
          written?.term.kind === 'compute' &&
          /^[-+]$/u.test(written.term.operator) &&
          [...written.sources].some((source) => source.kind === 'read' && source.access.key === key),
      ),
  );
}

/** `list.push({ … })`: the second overwrites nothing, and stands there beside the first. */
export function isPutBeside({ method }: FlowAccess): boolean {
  return method === 'push' || method === 'unshift';
}
