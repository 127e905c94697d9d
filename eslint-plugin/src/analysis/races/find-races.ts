/** Pairs reads and writes into races. */
import { MEMORY } from '../../stores/memory.js';
import type { FlowAccess } from '../flow/value.js';
import { CERTAINTIES, type Race } from '../race.js';
import type { Summary } from '../summaries/summary.js';
import type { RaceContext } from './context.js';
import { findGetThenSet } from './get-then-set.js';
import { findStaleWrite } from './stale-write.js';

/** The races that the walks of a file have met: one for each place that writes, the surest. */
export function findRaces(summaries: readonly Summary[], context: RaceContext): Race[] {
  const races = new Map<FlowAccess['instruction'], Race>();
  for (const summary of summaries) {
    for (const [place, race] of racesOf(summary, context)) {
      const known = races.get(place);
      if (!known || isSurer(race, known)) races.set(place, race);
    }
  }
  return [...races.values()];
}

function isSurer(race: Race, known: Race): boolean {
  return CERTAINTIES.indexOf(race.certainty) > CERTAINTIES.indexOf(known.certainty);
}

function racesOf(summary: Summary, context: RaceContext): Map<FlowAccess['instruction'], Race> {
  const races = new Map<FlowAccess['instruction'], Race>();
  for (const write of summary.accesses) {
    if (!isWrite(write)) continue;
    const place = write.via?.call ?? write.instruction;
    if (races.has(place)) continue;
    const find = write.receiver.model === MEMORY ? findStaleWrite : findGetThenSet;
    const race = find(write, summary, context);
    if (race) races.set(place, race);
  }
  return races;
}

function isWrite({ operation, receiver }: FlowAccess): boolean {
  if (operation === 'write' || operation === 'conditional') return true;
  return operation === 'delete' && receiver.model === MEMORY;
}
