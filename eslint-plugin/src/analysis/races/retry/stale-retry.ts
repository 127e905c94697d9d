/** A write for one version is retried with a version, or a value, that was read before the first try. */
import { SAVING_METHOD } from '../../../stores/conditional-writes.js';
import type { CallInstruction } from '../../lower/program.js';
import type { Certainty, SourceRange, StaleRetryRace, Witness } from '../../race.js';
import type { RaceContext } from '../context.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { originsOf, type FoundRead, type Origins } from './origins.js';
import { retriedParts, type Outcome, type Retried } from './retried.js';
import { chainOf } from '../../resources/code/shapes.js';
import { isSameSubject } from './subject.js';
import type { ConditionalWrite } from './writes/conditional-write.js';
import { conditionalWriteOf } from './writes/find-write.js';

export function findStaleRetries(index: ProgramIndex, context: RaceContext): StaleRetryRace[] {
  return index.sites.flatMap(({ call, form }) => {
    if (context.program.isLinked(call.at)) return [];
    const write = conditionalWriteOf(call, index);
    if (write) context.flow.checkCancelled();
    if (!write || context.concurrencyOf(form, 'stores') === 'once') return [];
    const race = judgeWrite(write, index);
    return race ? [race] : [];
  });
}

function judgeWrite(write: ConditionalWrite, index: ProgramIndex): StaleRetryRace | undefined {
  for (const retried of retriedParts(write.call, index)) {
    if (isRoundOverItems(retried, write, index)) continue;
    const outcome = retried.run('conflict', write.signals);
    if (outcome.again === 'no') continue;
    const stale = staleIn(write, retried, index);
    if (!stale) continue;
    const success = retried.run('success', { throws: false, result: true });
    if (success.again === 'yes') continue;
    const certainty = certaintyOf(write, retried, stale, outcome, success);
    if (!certainty) continue;
    return {
      kind: 'stale-retry',
      certainty,
      place: write.place,
      read: stale.read?.at ?? write.place,
      stale: stale.what,
      condition: write.evidence !== 'saving' ? write.evidence : write.whole ? 'object' : 'unseen',
      rereads: stale.what === 'value' && write.versions.length > 0,
      method: nameOfWrite(write.call, index),
      retried: retried.at,
      again: retried.kind === 'loop' ? 'loop' : retried.kind === 'recursion' ? 'recursion' : 'callback',
      witness: witnessOf(write.place, stale.read?.at ?? write.place, stale.what),
    };
  }
  return undefined;
}

/** Of a chain, the step that writes: `update` of `db.update(…).set(…).returning()`. */
function nameOfWrite(call: CallInstruction, index: ProgramIndex): string {
  const names = chainOf(call, index).map((each) => index.calledName(each) ?? '');
  return names.findLast((name) => SAVING_METHOD.test(name)) ?? names[0] ?? 'write';
}

interface Stale {
  readonly what: 'version' | 'value';
  /** Undefined where callers pass it. */
  readonly read: FoundRead | undefined;
}

/** What the next round writes that a round before it already had. */
function staleIn(write: ConditionalWrite, { ranges }: Retried, index: ProgramIndex): Stale | undefined {
  const versions = originsOf(write.versions, ranges, index);
  const [version] = versions.stale;
  if (write.versions.length > 0 && versions.fresh.length === 0 && !versions.renewed) {
    if (version) return { what: 'version', read: version };
    if (versions.parameters) return { what: 'version', read: undefined };
  }
  const values = originsOf(write.values, ranges, index);
  const read = values.stale.find((each) => isOfTheWritten(each.call, write, values, versions, index));
  if (read) return { what: 'value', read };
  // The object that callers pass, as it came: nothing in the round brings it up to date.
  const isPassed = write.whole && values.parameters && values.stale.length === 0;
  return isPassed && values.fresh.length === 0 && !values.renewed
    ? { what: 'value', read: undefined }
    : undefined;
}

/** The read is of what is written, and not of something else that goes into it. */
function isOfTheWritten(
  read: CallInstruction,
  write: ConditionalWrite,
  values: Origins,
  versions: Origins,
  index: ProgramIndex,
): boolean {
  const fresh = [...values.fresh, ...versions.fresh];
  if (write.whole && fresh.length === 0) return true;
  return [write.call, ...(write.queries ?? []), ...fresh.map(({ call }) => call)].some((other) =>
    isSameSubject(read, other, index),
  );
}

function certaintyOf(
  write: ConditionalWrite,
  retried: Retried,
  stale: Stale,
  outcome: Outcome,
  success: Outcome,
): Certainty | undefined {
  if (write.evidence === 'saving' && !outcome.told) return undefined;
  if (outcome.again === 'doubtful' || success.again === 'doubtful') return 'possible';
  if (!stale.read) return outcome.told && write.whole ? 'likely' : 'possible';
  if (write.evidence === 'saving' || retried.kind === 'named') return 'likely';
  return outcome.told || write.evidence === 'watch' ? 'certain' : 'likely';
}

/** `for (const item of items)`: each round writes something else. */
function isRoundOverItems({ loop }: Retried, write: ConditionalWrite, index: ProgramIndex): boolean {
  return (
    loop !== undefined && index.dependsOnElement([...write.versions, ...write.values, write.call.to], loop)
  );
}

function witnessOf(write: SourceRange, read: SourceRange, what: Stale['what']): Witness {
  const reads = { action: 'read', range: read, text: 'reads version 1' } as const;
  const writes = { action: 'write', range: write } as const;
  return [
    { execution: 'A', ...reads, value: '1' },
    { execution: 'B', ...reads, value: '1' },
    { execution: 'B', ...writes, text: 'writes version 2', value: '2' },
    { execution: 'A', ...writes, text: 'fails: the version is 2 by now' },
    what === 'version'
      ? {
          execution: 'A',
          ...writes,
          text: 'tries again with version 1, and fails for good',
          value: '1',
          loses: true,
        }
      : {
          execution: 'A',
          ...writes,
          text: 'tries again with what was made from version 1',
          value: "1 + A's change",
          loses: true,
        },
  ];
}
