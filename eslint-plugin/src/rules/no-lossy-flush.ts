/** What is collected in memory is saved, and cleared after the wait with what came meanwhile. */
import type { LossyFlushShape } from '../analysis/race.js';
import { rewriteToSwapFirst } from '../fixes/flush/swap-first.js';
import { describeResource, lineOf } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noLossyFlush = defineRaceRule({
  name: 'no-lossy-flush',
  kind: 'lossy-flush',
  description: 'Disallow clearing a buffer after the wait for its save',
  describe(race, sourceCode) {
    const name = describeResource(race.clear.resource);
    const who = race.addition
      ? `line ${lineOf(race.addition, sourceCode)} can add`
      : 'others, for whom it is exported, can add';
    return {
      loss: `Lost writes: ${name} ${LOSSES[race.shape]}`,
      how: `While line ${lineOf(race.suspension, sourceCode)} waits, ${who}.`,
      remedy: REMEDIES[race.shape],
    };
  },
  rewrites: [rewriteToSwapFirst],
});

const LOSSES: Readonly<Record<LossyFlushShape, string>> = {
  contents: 'is cleared after the wait for its save, with what came meanwhile',
  zero: 'starts again after the wait for its save, without what came meanwhile',
  slot: 'is dropped after the wait for its save, even if a newer one came meanwhile',
  flag: 'says that all is saved, though more can have changed during the save',
  timer: 'is let go of after the save, so changes made meanwhile set no timer',
  mark: 'is set after the wait to all that there is by then, more than was saved',
  restored: 'is put back as it was before the wait, without what came meanwhile',
};

const REMEDIES: Readonly<Record<LossyFlushShape, string>> = {
  contents: 'Take the contents and clear before the wait, and put them back if the save fails.',
  zero: 'Take the value and reset before the wait, and add it back if the save fails.',
  slot: 'Take it and clear before the wait, or clear it only if it is still the one that was saved.',
  flag: 'Clear the flag before the wait, and set it again if the save fails.',
  timer: 'Let go of the timer before the save.',
  mark: 'Take note of how much there is before the wait, and set it to that.',
  restored: 'Put it back beside what is there by then.',
};
