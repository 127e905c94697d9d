/** Races that are one with another race at another place: the more specific of the two is reported. */
import type { Race } from '../race.js';

export function isToldByAnother(race: Race, races: readonly Race[]): boolean {
  return isToldByWrite(race, races) || races.some((other) => isSameAs(race, other));
}

/** A lock that is let go of too early is told where the write is, if that is a race by itself. */
function isToldByWrite(race: Race, races: readonly Race[]): boolean {
  if (race.kind !== 'unsafe-lock' || race.flaw.kind !== 'released-before-write') return false;
  const { write } = race.flaw;
  return races.some(
    (other) =>
      other !== race &&
      other.certainty !== 'possible' &&
      other.place.start === write.start &&
      other.place.end === write.end,
  );
}

/**
 * The clear of a flush, seen from a caller: a stale write there, and a lost write where it is made. A value that is
 * written in a retry, and was read by the caller: the retry tells more.
 */
function isSameAs(race: Race, other: Race): boolean {
  if (race.kind === 'get-then-set' && other.kind === 'stale-retry' && other.certainty !== 'possible')
    return race.write.range.start === other.place.start && race.write.range.end === other.place.end;
  if (race.kind !== 'stale-write' || other.kind !== 'lossy-flush' || other.certainty === 'possible')
    return false;
  const { range } = race.write;
  return [other.clear.range, ...(other.beside ?? [])].some(
    (clear) => range.start === clear.start && range.end === clear.end,
  );
}
