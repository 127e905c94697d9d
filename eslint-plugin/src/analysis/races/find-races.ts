/** Finds the races of a file: asks every finder, and keeps one race for each place. */
import type { FlowAccess } from '../flow/value.js';
import type { Program } from '../lower/program.js';
import { CERTAINTIES, type Race } from '../race.js';
import type { Summary } from '../summaries/summary.js';
import type { RaceContext } from './context.js';
import { findConflictingWrites } from './parallel/conflicting-parallel-writes.js';
import { findFixedVectorIds } from './vector-ids/fixed-vector-id.js';
import { findUnreducedChannels } from './graph/unreduced-channel.js';
import { findFileReadModifyWrite } from './files/file-read-modify-write.js';
import { findCheckThenAct } from './check-then-act/check-then-act.js';
import { findGetThenSet } from './get-then-set/get-then-set.js';
import { findSharedTempPaths } from './files/shared-temp-path.js';
import { findLossyFlush } from './flush/lossy-flush.js';
import { findRetries } from './retry/find-retries.js';
import { findStaleWrite } from './stale-write/stale-write.js';
import { isToldByAnother } from './told-by-another.js';
import { withLocalRanges } from './local-ranges.js';
import { findUnsafeLocks } from './locks/unsafe-lock.js';

/** Judges one access of a function, in the light of the others; gives undefined where it is none of its own. */
type AccessFinder = (access: FlowAccess, summary: Summary, context: RaceContext) => Race | undefined;
/** Judges a function as a whole. */
type FunctionFinder = (summary: Summary, context: RaceContext) => readonly Race[];
/** Judges a file as a whole. */
type FileFinder = (context: RaceContext) => readonly Race[];

// Of two races at one place the surer is kept; of two that are equally sure, the one whose finder stands first.
const ACCESS_FINDERS: readonly AccessFinder[] = [
  findStaleWrite,
  findGetThenSet,
  findFileReadModifyWrite,
  findCheckThenAct,
];

const FUNCTION_FINDERS: readonly FunctionFinder[] = [
  findLossyFlush,
  findConflictingWrites,
  findSharedTempPaths,
];
const FILE_FINDERS: readonly FileFinder[] = [
  findUnsafeLocks,
  findRetries,
  findUnreducedChannels,
  findFixedVectorIds,
];

/** The races that the walks of a file have met: one for each place, the surest. */
export function findRaces(summaries: readonly Summary[], context: RaceContext): Race[] {
  const races = new Races(context.program);
  for (const find of FILE_FINDERS) {
    context.flow.checkCancelled();
    races.addAll(find(context));
  }
  for (const summary of summaries) {
    context.flow.checkCancelled();
    // What a linked module does by itself is reported there.
    if (context.program.isLinked(summary.form.at)) continue;
    for (const access of summary.accesses)
      for (const find of ACCESS_FINDERS) races.add(find(access, summary, context));
    for (const find of FUNCTION_FINDERS) races.addAll(find(summary, context));
  }
  return races.all;
}

class Races {
  private readonly byPlace = new Map<string, Race>();

  constructor(private readonly program: Program) {}

  get all(): Race[] {
    const races = [...this.byPlace.values()];
    return races.filter((race) => !isToldByAnother(race, races));
  }

  add(found: Race | undefined): void {
    const race = found && withLocalRanges(found, this.program);
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
  const isLikely = ({ certainty }: Race): boolean => certainty !== 'possible';
  if (isMoreSpecific(race, known) && isLikely(race)) return true;
  if (isMoreSpecific(known, race) && isLikely(known)) return false;
  const surer = CERTAINTIES.indexOf(race.certainty) - CERTAINTIES.indexOf(known.certainty);
  return surer === 0 ? isMoreSpecific(race, known) : surer > 0;
}

/** A stale retry, and a flush that loses what came meanwhile, are stale writes too; the other way round it is not. */
function isMoreSpecific(race: Race, known: Race): boolean {
  if (race.kind === 'stale-retry') return known.kind !== 'stale-retry';
  // A scratch file is shared by all that run, not by these tasks alone.
  if (race.kind === 'shared-temp-path') return known.kind === 'conflicting-parallel-writes';
  return race.kind === 'lossy-flush' && known.kind === 'stale-write';
}
