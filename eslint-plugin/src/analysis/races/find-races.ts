/** Finds the races of a file: asks every finder, and keeps one race for each place. */
import type { FlowAccess } from '../flow/value.js';
import { CERTAINTIES, type Race } from '../race.js';
import type { Summary } from '../summaries/summary.js';
import type { RaceContext } from './context.js';
import { findGetThenSet } from './get-then-set.js';
import { findStaleWrite } from './stale-write.js';

/** Judges one access of a function, in the light of the others; gives undefined where it is none of its own. */
type AccessFinder = (access: FlowAccess, summary: Summary, context: RaceContext) => Race | undefined;
/** Judges a function as a whole. */
type FunctionFinder = (summary: Summary, context: RaceContext) => readonly Race[];
/** Judges a file as a whole. */
type FileFinder = (context: RaceContext) => readonly Race[];

// Of two races at one place the surer is kept; of two that are equally sure, the one whose finder stands first.
const ACCESS_FINDERS: readonly AccessFinder[] = [findStaleWrite, findGetThenSet];
const FUNCTION_FINDERS: readonly FunctionFinder[] = [];
const FILE_FINDERS: readonly FileFinder[] = [];

/** The races that the walks of a file have met: one for each place, the surest. */
export function findRaces(summaries: readonly Summary[], context: RaceContext): Race[] {
  const races = new Races();
  for (const summary of summaries) {
    context.flow.checkCancelled();
    // What a linked module does by itself is reported there.
    if (context.program.isLinked(summary.form.at)) continue;
    for (const access of summary.accesses)
      for (const find of ACCESS_FINDERS) races.add(find(access, summary, context));
    for (const find of FUNCTION_FINDERS) races.addAll(find(summary, context));
  }
  for (const find of FILE_FINDERS) races.addAll(find(context));
  return races.all;
}

class Races {
  private readonly byPlace = new Map<string, Race>();

  get all(): Race[] {
    return [...this.byPlace.values()];
  }

  add(race: Race | undefined): void {
    if (!race) return;
    const place = `${race.place.start}-${race.place.end}`;
    const known = this.byPlace.get(place);
    if (!known || isSurer(race, known)) this.byPlace.set(place, race);
  }

  addAll(races: readonly Race[]): void {
    for (const race of races) this.add(race);
  }
}

function isSurer(race: Race, known: Race): boolean {
  return CERTAINTIES.indexOf(race.certainty) > CERTAINTIES.indexOf(known.certainty);
}
