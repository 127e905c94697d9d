/** Files that are removed once they are old, and written again under the same name: what is old may be new by then. */
import { familyOf } from '../../../stores/model.js';
import type { FlowAccess } from '../../flow/value.js';
import { isUnderTemp, partsOf } from '../../resources/path-names.js';
import { namesIn } from '../../resources/term-names.js';
import type { Term } from '../../resources/terms.js';
import type { ActEvidence } from './evidence.js';

/** True where another function of the program replaces files in the folder of what is deleted, by names that it is given. */
export function isRenewedElsewhere({ act, context }: ActEvidence): boolean {
  const folder = folderOf(act.key);
  // What can be made again at any time is no loss.
  if (!folder || isUnderTemp(act.key, context.flow) || isDisposable(act.key)) return false;
  return context.flow.summaries
    .finished()
    .some(
      ({ form, accesses }) =>
        form !== act.form &&
        accesses.some((write) => replaces(write) && isIn(write.key, folder) && isGivenName(write.key)),
    );

  function isGivenName(key: Term): boolean {
    const own = new Set(
      (key.kind === 'concat' ? key.parts.slice(folder?.length) : []).flatMap((part) => [
        ...partsOf(part, context.flow),
      ]),
    );
    return (
      (own.has('varies') || own.has('given')) && !own.has('unique') && !own.has('clock') && !own.has('random')
    );
  }
}

function replaces({ operation, condition, receiver: { model } }: FlowAccess): boolean {
  return familyOf(model) === 'files' && operation === 'write' && condition === 'none';
}

function isDisposable(key: Term): boolean {
  return namesIn(key).some((name) => /cache|te?mp|thumb|preview|logs?$/iu.test(name));
}

/** The parts of a path up to its last segment. */
function folderOf(key: Term): readonly Term[] | undefined {
  if (key.kind !== 'concat') return undefined;
  const last = key.parts.findLastIndex(isSeparator);
  return last > 0 ? key.parts.slice(0, last + 1) : undefined;
}

function isSeparator(part: Term): boolean {
  return part.kind === 'constant' && String(part.value).endsWith('/');
}

function isIn(key: Term, folder: readonly Term[]): boolean {
  return (
    key.kind === 'concat' &&
    key.parts.length > folder.length &&
    folder.every((part, index) => part === key.parts[index])
  );
}
