/** A file that is written from what was read of it. */
import { familyOf } from '../../../stores/model.js';
import { protection } from '../../flow/guards.js';
import type { FlowAccess } from '../../flow/value.js';
import type { FileReadModifyWriteRace, Update } from '../../race.js';
import { isPrivateKey } from '../../resources/keys.js';
import type { Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import { placeOf, toAccess } from '../access.js';
import type { RaceContext } from '../context.js';
import { fileCertainty } from './certainty.js';
import { isRunOneByOne } from '../callers/worker-queues.js';
import { isLoadedOnce, isReadAtStart, readsBehind } from './held-in-memory.js';
import { isQueued } from '../stale-write/queue.js';
import { updateOf } from '../update.js';
import { suspensionBetween, witnessOf } from '../witness.js';

/** The newest read of the path that the written content comes from and that nothing protects until the write. */
export function findFileReadModifyWrite(
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): FileReadModifyWriteRace | undefined {
  const { operation, receiver, condition } = write;
  if (familyOf(receiver.model) !== 'files' || operation !== 'write' || condition !== 'none') return undefined;
  if (isPrivateKey(write.key, context.program)) return undefined;
  for (const read of readsBehind(write, summary)) {
    if (read.operation !== 'read' || read.key !== write.key) continue;
    if (familyOf(read.receiver.model) !== 'files' || isLoadedOnce(read, summary)) continue;
    const race = judge(read, write, summary, context);
    if (race) return race;
  }
  return undefined;
}

function judge(
  read: FlowAccess,
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): FileReadModifyWriteRace | undefined {
  // A pair that one helper makes by itself is that helper's race.
  if (write.via && read.via?.application === write.via.application) return undefined;
  const queued = isQueued(read, summary, context) || isRunOneByOne(summary.form, context.index);
  const held = protection(write.receiver.model.scope, write.key, read.guards, write.guards);
  const guarded = held === 'none' && queued ? 'partial' : held;
  if (guarded === 'full' || context.isGuardedByCallers(summary.form)) return undefined;
  if (guarded === 'partial' && context.singleProcess) return undefined;
  const found = updateOf(read, write, context);
  if (found.kind === 'refill' && !isRebuilt(write, context)) return undefined;
  const update: Update = found.kind === 'refill' ? { kind: 'computed' } : found;
  const access = toAccess(write, context);
  if (context.isExempt(write, access.resource)) return undefined;
  const suspension = suspensionBetween(read, write);
  const concurrency = context.concurrencyOf(write.via ? summary.form : write.form);
  const rivals = suspension && concurrency !== 'once' && guarded === 'none' ? 'calls' : 'processes';
  return {
    kind: 'file-read-modify-write',
    // Only another process, or another object for the same file, knows less than what is in memory.
    certainty: isReadAtStart(read, write, context)
      ? 'possible'
      : fileCertainty({ read, write, guarded, update, concurrency, rivals, summary, context }),
    place: placeOf(write),
    dependence: 'data',
    read: toAccess(read, context),
    write: access,
    replaced: isReplaced(write) ? 'whole' : 'in place',
    rivals,
    locked: guarded === 'partial',
    ...(suspension && { suspension }),
    witness: witnessOf(read, write, suspension, update, context),
  };
}

/** One arm of what is written takes apart what was read: `list.includes(x) ? list : [...list, x]`. */
function isRebuilt({ written }: FlowAccess, { program }: RaceContext): boolean {
  const plain = written && contentOf(written.term);
  if (plain?.kind !== 'either') return false;
  return plain.options.map(contentOf).some((option) => {
    const made = option.kind === 'made' ? program.definitions[option.temp] : undefined;
    if (made?.op === 'array') return made.elements.some((element) => element.spread);
    return made?.op === 'object' && made.entries.some((entry) => entry.kind === 'spread');
  });
}

/** What is written down in some notation: the argument of `JSON.stringify`. */
function contentOf(term: Term): Term {
  const [first] = term.kind === 'call' ? term.arguments : [];
  return first ? contentOf(first) : term;
}

/** The new content is written elsewhere and moved into place: readers see the old or the new, never a half. */
function isReplaced({ method, receiver }: FlowAccess): boolean {
  return /^(?:rename|move)/u.test(method) || /atomic|steno|lowdb/u.test(receiver.model.id);
}
