/** Pairs reads and writes into races. */
import { protection } from '../flow/guards.js';
import type { FlowAccess, Source } from '../flow/value.js';
import type { GetThenSetRace, Race } from '../race.js';
import type { Summary } from '../summaries/summary.js';
import { isPrivateKey } from '../resources/keys.js';
import { toAccess } from './access.js';
import { certaintyOf } from './certainty.js';
import type { RaceContext } from './context.js';
import { suspensionBetween, witnessOf } from './witness.js';
import { updateOf } from './update.js';

/** The races between accesses that one function's walk has met. */
export function findRaces(summary: Summary, context: RaceContext): Race[] {
  const races: Race[] = [];
  const reported = new Set<FlowAccess['call']>();
  for (const write of summary.accesses) {
    if (write.operation !== 'write' && write.operation !== 'conditional') continue;
    const place = write.via?.call ?? write.call;
    if (reported.has(place)) continue;
    const race = findStaleRead(write, summary, context);
    if (!race) continue;
    reported.add(place);
    races.push(race);
  }
  return races;
}

/** The newest read that the written value comes from and that nothing protects until the write. */
function findStaleRead(
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): GetThenSetRace | undefined {
  const sources = [...(write.written?.sources ?? [])].reverse();
  for (const source of sources) {
    if (source.kind !== 'read' || source.access.operation !== 'read') continue;
    if (!isSameResource(source, write)) continue;
    const race = judge(source.access, write, summary, context);
    if (race) return race;
  }
  return undefined;
}

function judge(
  read: FlowAccess,
  write: FlowAccess,
  summary: Summary,
  context: RaceContext,
): GetThenSetRace | undefined {
  // A pair that one helper makes by itself is that helper's race.
  if (write.via && read.via?.application === write.via.application) return undefined;
  if (write.condition === 'absent' || isPrivateKey(write.key, context.program)) return undefined;
  if (write.condition === 'matches' && write.outcome.checked) return undefined;
  const guarded = protection(write.receiver.model.scope, write.key, read.guards, write.guards);
  if (guarded === 'full' || context.isGuardedByCallers(summary.form)) return undefined;
  const update = updateOf(read, write, context);
  if (update.kind === 'refill') return undefined;
  const resource = toAccess(write, context).resource;
  if (context.isExempt(write, resource)) return undefined;
  const certainty = certaintyOf({
    read,
    write,
    guarded,
    update,
    concurrency: context.concurrencyOf(write.via ? summary.form : write.form),
  });
  const suspension = suspensionBetween(read, write);
  return {
    kind: 'get-then-set',
    certainty,
    dependence: 'data',
    read: toAccess(read, context),
    write: toAccess(write, context),
    ...(suspension && { suspension }),
    update,
    witness: witnessOf(read, write, suspension, update, context),
  };
}

/** Same store, same key, and fields that overlap. */
function isSameResource(source: Extract<Source, { kind: 'read' }>, write: FlowAccess): boolean {
  const read = source.access;
  if (read.receiver.root !== write.receiver.root || read.key !== write.key) return false;
  if (!write.field) return true;
  if (read.field) return read.field === write.field;
  // One property of a whole hash was used: it must be the field that is written.
  if (source.part === undefined || write.field.kind !== 'constant') return true;
  return source.part === String(write.field.value);
}
