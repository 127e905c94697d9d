/** Where a store that has several back ends keeps its values, from what its maker was given. */
import type { StoreModel } from '../../stores/model.js';
import type { Definitions } from './definitions.js';
import type { Term } from './terms.js';

/** Whether the maker of a store was given a back end; without one it keeps everything in memory. */
export function isBacked(
  definitions: Definitions,
  { by }: NonNullable<StoreModel['backed']>,
  given: Term | undefined,
): boolean {
  if (!given || isInMemory(given)) return false;
  const options = definitions.objectOf(given);
  if (!options) return true;
  return options.entries.some(
    (entry) =>
      entry.kind === 'property' &&
      'name' in entry.property &&
      by.includes(entry.property.name) &&
      !isInMemory(definitions.termOf(entry.value)),
  );
}

/** A back end that is none: a `Map`, or the word for it. */
function isInMemory(term: Term): boolean {
  if (term.kind === 'constant') return term.value === undefined || term.value === 'memory';
  return term.kind === 'call' && term.callee.kind === 'global' && term.callee.name === 'Map';
}
