/** Locks made by hand from a conditional write to a store. */
import type { FlowAccess } from '../../flow/value.js';
import type { Instruction } from '../../lower/program.js';
import type { Certainty } from '../../race.js';
import type { Summary } from '../../summaries/summary.js';
import type { Evidence } from './evidence.js';
import { isRemoval, type LockUse } from './uses.js';
import { namesAround, speaksOfLock, textOfKey } from './words.js';

/** How sure it is that an attempt takes a lock; undefined for marks. */
export function certaintyOfLock(
  attempt: FlowAccess,
  { released, waited, keyNamed, homeNamed }: Evidence,
  further: { readonly removedElsewhere: boolean; readonly givenAnEnd: boolean },
): Certainty | undefined {
  const named = keyNamed || homeNamed;
  const behaves = released || waited;
  if (!named && !behaves) return undefined;
  if (named && behaves) return attempt.receiver.evidence === 'named' ? 'likely' : 'certain';
  if (behaves) return released ? 'likely' : 'possible';
  // Who gives it an end in a second step knows that it has to end.
  const { removedElsewhere, givenAnEnd } = further;
  return (keyNamed && (homeNamed || givenAnEnd)) || removedElsewhere ? 'likely' : 'possible';
}

/** Another function of the file deletes keys like it, and says that they are locks. */
export function isRemovedElsewhere({ form, on }: LockUse, summaries: readonly Summary[]): boolean {
  const class_ = form.member;
  return summaries.some((summary) =>
    summary.accesses.some(
      (access) =>
        isRemoval(access) &&
        access.form !== form &&
        (access.key === on || (class_ !== undefined && access.form.member === class_)) &&
        (access.key === on || speaksOfLock(namesAround(access.form))) &&
        speaksOfLock(`${namesAround(access.form)} ${textOfKey(access.key)}`),
    ),
  );
}

export function laterExpiry(attempt: FlowAccess, summaries: readonly Summary[]): Instruction | undefined {
  for (const summary of summaries) {
    const at = summary.accesses.findIndex(({ instruction }) => instruction === attempt.instruction);
    const own = summary.accesses[at];
    const found =
      own &&
      summary.accesses
        .slice(at)
        .find(({ method, key }) => /^p?expire(?:at)?$/iu.test(method) && key === own.key);
    if (found) return found.instruction;
  }
  return undefined;
}
