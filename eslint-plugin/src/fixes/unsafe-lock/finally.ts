/** Lets go of a lock whatever happens while it is held. */
import type { RewriteOf } from '../rewrite.js';
import { deadlineEdits } from './deadline.js';
import { closingOf, heldPart, wrapHeld } from './held-part.js';

export const rewriteToFinally: RewriteOf<'unsafe-lock'> = (race, sourceCode) => {
  const { flaw, lock } = race;
  if (
    flaw.kind !== 'no-finally' ||
    lock.further.some(({ kind }) => kind !== 'endless-wait' && kind !== 'release-without-owner')
  )
    return undefined;
  const part = heldPart(sourceCode, lock);
  const wait = part && deadlineEdits(race, sourceCode);
  if (!part || !wait) return undefined;
  return {
    title: 'Let go of it in `finally`',
    edits: [...wrapHeld(sourceCode, part, closingOf(sourceCode, part)), ...wait],
  };
};
