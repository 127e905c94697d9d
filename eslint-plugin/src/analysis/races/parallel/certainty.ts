/** How sure it is that tasks which run together lose something. */
import type { FlowAccess } from '../../flow/value.js';
import type { Certainty, ConflictingWritesRace } from '../../race.js';
import type { Conflict } from './conflicts.js';
import type { RaceContext } from '../context.js';
import type { Group } from './tasks.js';
import { calledForm } from '../places.js';
import { isPartOf } from '../check-then-act/relations.js';
import { columnsOf } from './row-overlap.js';

export type FoundConflict = Pick<ConflictingWritesRace, 'together'> & {
  readonly first: FlowAccess;
  readonly second: FlowAccess;
  readonly conflict: Conflict;
  readonly weak: boolean;
};

export function certaintyOf(
  { first, second, conflict, weak, together }: FoundConflict,
  group: Group,
  context: RaceContext,
): Certainty {
  if (weak || first.receiver.evidence === 'named' || second.receiver.evidence === 'named') return 'possible';
  // Tests run things together on purpose.
  if (context.isTest) return 'possible';
  // What is true for a moment only: the last one to say so is as good as any.
  if (conflict.kind === 'overwrite' && isStatus(first)) return 'possible';
  if (group.kind === 'each' && together === 'each' && conflict.kind === 'overwrite') return 'certain';
  return 'likely';
}

/** `last-seen`, `progress`, `heartbeat`: keys that are written over by design. */
function isStatus({ key }: FlowAccess): boolean {
  const text =
    key.kind === 'constant'
      ? String(key.value)
      : key.kind === 'concat'
        ? key.parts.map((part) => (part.kind === 'constant' ? String(part.value) : '')).join('')
        : '';
  return /\b(?:last|heartbeat|progress|alive|ping)\b/iu.test(text.replace(/[-_]/gu, ' '));
}

/** Both write what is the same. */
export function areAlike({ values }: Conflict): boolean {
  return values.every(([one, other]) => one !== undefined && other !== undefined && one.term === other.term);
}

/**
 * A read beside a write tells of it where it is made there, where its helper gives what it has read, or where it asks for a
 * column that the other one sets. Helpers that look something up for themselves do not tell of what others write.
 */
export function isToldElsewhere(first: FlowAccess, second: FlowAccess, context: RaceContext): boolean {
  const [read, write] = first.operation === 'read' ? [first, second] : [second, first];
  const asked = read.written?.parts;
  const set = columnsOf(write);
  if (asked && set && !asked.has('*'))
    return ![...set.keys()].some((name) => asked.has(name) && !isTimeOfUse(name));
  if (!first.via && !second.via) return false;
  return !givesWhatItReads(read, context) || (set !== undefined && [...set.keys()].every(isTimeOfUse));
}

/** `lastSeen`, `updated_at`: nobody asks for the newest one. */
function isTimeOfUse(column: string): boolean {
  return /^(?:last|updated|seen|touched|accessed|modified)/iu.test(column);
}

function givesWhatItReads({ via, instruction }: FlowAccess, context: RaceContext): boolean {
  const form = via && calledForm(via.call, context);
  const summary = form && context.flow.summaries.of(form);
  const inner = summary?.accesses.find((each) => each.instruction === instruction);
  if (!summary || !inner) return false;
  const { term, sources } = summary.result;
  return (
    isPartOf(term, inner.result) ||
    [...sources].some((source) => source.kind === 'read' && source.access.instruction === instruction)
  );
}
