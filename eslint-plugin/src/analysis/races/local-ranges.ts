/** Races speak of the analysed file only: what lies in a linked module is told at the place that leads there. */
import type { Program } from '../lower/program.js';
import type { Race, SourceRange } from '../race.js';

/** The race with every range in the analysed file; undefined for one that is reported in a linked module itself. */
export function withLocalRanges<R extends Race>(race: R, program: Program): R | undefined {
  if (program.isLinked(race.place)) return undefined;
  return localised(race, race.place, program);
}

function localised<T>(value: T, place: SourceRange, program: Program): T {
  if (Array.isArray(value)) {
    const each = value.map((element: unknown) => localised(element, place, program));
    return each.some((element, index) => element !== value[index]) ? (each as T) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isRange(value)) return program.isLinked(value) ? (place as T) : value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const local = localised(part, place, program);
    return { name, local, isChanged: local !== part };
  });
  if (!parts.some(({ isChanged }) => isChanged)) return value;
  return Object.fromEntries(parts.map(({ name, local }) => [name, local])) as T;
}

function isRange(value: object): value is SourceRange {
  return 'start' in value && 'end' in value && typeof value.start === 'number';
}
