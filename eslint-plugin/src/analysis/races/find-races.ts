/** Finds the races of a file: asks every finder, and keeps one race for each place. */
import type { FlowAccess } from '../flow/value.js';
import { CERTAINTIES, isPair, type Race, type SourceRange } from '../race.js';
import type { Summary } from '../summaries/summary.js';
import type { RaceContext } from './context.js';
import { findConflictingWrites } from './conflicting-parallel-writes.js';
import { findFileReadModifyWrite } from './file-read-modify-write.js';
import { findCheckThenAct } from './check-then-act.js';
import { findGetThenSet } from './get-then-set.js';
import { findLossyFlush } from './lossy-flush.js';
import { findRetries } from './retry/find-retries.js';
import { findStaleWrite } from './stale-write.js';
import { findUnsafeLocks } from './unsafe-lock.js';

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

const FUNCTION_FINDERS: readonly FunctionFinder[] = [findLossyFlush, findConflictingWrites];
const FILE_FINDERS: readonly FileFinder[] = [findUnsafeLocks, findRetries];

/** The races that the walks of a file have met: one for each place, the surest. */
export function findRaces(summaries: readonly Summary[], context: RaceContext): Race[] {
  const races = new Races();
  for (const find of FILE_FINDERS) races.addAll(find(context));
  for (const summary of summaries) {
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

  get all(): Race[] {
    const races = [...this.byPlace.values()];
    return races.filter(
      (race) =>
        !isToldByWrite(race, this.byPlace) &&
        !isToldInside(race, races) &&
        !races.some((other) => isSameAs(race, other)),
    );
  }

  add(race: Race | undefined): void {
    if (!race) return;
    const place = keyOf(race.place);
    const known = this.byPlace.get(place);
    if (!known || isSurer(race, known)) this.byPlace.set(place, race);
  }

  addAll(races: readonly Race[]): void {
    for (const race of races) this.add(race);
  }
}

/** A lock that is let go of too early is told where the write is, if that is a race by itself. */
function isToldByWrite(race: Race, byPlace: ReadonlyMap<string, Race>): boolean {
  if (race.kind !== 'unsafe-lock' || race.flaw.kind !== 'released-before-write') return false;
  const told = byPlace.get(keyOf(race.flaw.write));
  return told !== undefined && told !== race;
}

/** So is one that is not got, and worked under all the same. */
function isToldInside(race: Race, races: readonly Race[]): boolean {
  if (race.kind !== 'unsafe-lock' || race.flaw.kind !== 'outcome-ignored') return false;
  const end = Math.max(...race.lock.releases.map((release) => release.end));
  return races.some(
    (other) => isPair(other) && race.place.end < other.place.start && other.place.start < end,
  );
}

function keyOf({ start, end }: SourceRange): string {
  return `${start}-${end}`;
}

function isSurer(race: Race, known: Race): boolean {
  const surer = CERTAINTIES.indexOf(race.certainty) - CERTAINTIES.indexOf(known.certainty);
  return surer === 0 ? isMoreSpecific(race, known) : surer > 0;
}

/** The clear of a flush, seen from a caller: a stale write there, and a lost write where it is made. */
function isSameAs(race: Race, other: Race): boolean {
  if (race.kind !== 'stale-write' || other.kind !== 'lossy-flush' || other.certainty === 'possible')
    return false;
  return race.write.range.start === other.clear.range.start && race.write.range.end === other.clear.range.end;
}

/** A flush that loses what came meanwhile is a stale write too; the other way round it is not. */
function isMoreSpecific(race: Race, known: Race): boolean {
  return race.kind === 'lossy-flush' && known.kind === 'stale-write';
}
