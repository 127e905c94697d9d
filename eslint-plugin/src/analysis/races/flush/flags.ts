/** Flags that say whether there is something to save: `dirty`, `isSaved`, `status = 'saved'`. */
import type { Temp } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';

/** What a flag is set to where there is something to save: `true`, `false`, or a word for it. */
export type Unsaved = 'true' | 'false' | 'word';

/** Undefined where the value does not say that all is saved. */
export function savedFlag(place: Term, from: Temp, context: RaceContext): Unsaved | undefined {
  const value = constantOf(from, context);
  if (value === false) return 'true';
  if (value === true) return namesSaved(place) ? 'false' : undefined;
  return typeof value === 'string' && /^(?:saved|clean|synced|flushed|stored|persisted)$/iu.test(value)
    ? 'word'
    : undefined;
}

/** True where a value says that there is something to save. */
export function saysUnsaved(value: Temp | undefined, unsaved: Unsaved, context: RaceContext): boolean {
  const given = value === undefined ? undefined : constantOf(value, context);
  if (unsaved === 'word')
    return (
      typeof given === 'string' &&
      /^(?:dirty|changed|modified|unsaved|pending|stale|edited|unsynced)$/iu.test(given)
    );
  return given === (unsaved === 'true');
}

/** A flag whose name, or value, is about what is saved and what is not. */
export function isAboutSaving(place: Term, unsaved: Unsaved): boolean {
  return unsaved !== 'true' || namesUnsaved(place);
}

/** Names that say that something is not saved yet. */
export function namesUnsaved(place: Term): boolean {
  return /dirty|chang|modif|unsaved|needs|pending|stale|touched|unsynced|unwritten|queued|scheduled|outstanding|buffer|batch|latest|draft|update|patch|delta|backlog|staged/iu.test(
    nameOf(place),
  );
}

/** Names of containers of what was changed, as opposed to what is only on its way. */
export function namesChanged(place: Term): boolean {
  return /dirty|chang|modif|unsaved|touched|unsynced|unwritten|write_?(?:back|behind)|draft/iu.test(
    nameOf(place),
  );
}

function namesSaved(place: Term): boolean {
  return /^_?(?:is|all|was)?_?(?:saved|clean|synced|flushed|persisted|stored|uptodate)$/iu.test(
    nameOf(place),
  );
}

function nameOf(place: Term): string {
  return place.kind === 'member' ? place.name : place.kind === 'variable' ? place.variable.name : '';
}

export function constantOf(temp: Temp, context: RaceContext): unknown {
  const definition = context.program.definitions[temp];
  if (definition?.op === 'literal') return definition.opaque === true ? undefined : definition.value;
  if (definition?.op === 'compute' && definition.operator === 'as' && definition.operands[0] !== undefined)
    return constantOf(definition.operands[0], context);
  return undefined;
}
