/** Pairs reads and writes into races. */
import { MEMORY } from '../../stores/memory.js';
import type { FlowAccess } from '../flow/value.js';
import type { Race } from '../race.js';
import type { Summary } from '../summaries/summary.js';
import type { RaceContext } from './context.js';
import { findGetThenSet } from './get-then-set.js';
import { findStaleWrite } from './stale-write.js';

/** The races between accesses that one function's walk has met, one for each place that writes. */
export function findRaces(summary: Summary, context: RaceContext): Race[] {
  const races: Race[] = [];
  const reported = new Set<FlowAccess['instruction']>();
  for (const write of summary.accesses) {
    if (!isWrite(write)) continue;
    const place = write.via?.call ?? write.instruction;
    if (reported.has(place)) continue;
    const find = write.receiver.model === MEMORY ? findStaleWrite : findGetThenSet;
    const race = find(write, summary, context);
    if (!race) continue;
    reported.add(place);
    races.push(race);
  }
  return races;
}

function isWrite({ operation, receiver }: FlowAccess): boolean {
  if (operation === 'write' || operation === 'conditional') return true;
  return operation === 'delete' && receiver.model === MEMORY;
}
