/** A conditional write is retried with what was read before the first try. */
import type { RaceOf } from '../analysis/race.js';
import { lineOf } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noStaleRetry = defineRaceRule({
  name: 'no-stale-retry',
  kind: 'stale-retry',
  description: 'Disallow retrying a version conflict with what was read before the first try',
  describe(race, sourceCode) {
    const reads =
      race.read === race.place
        ? 'The version comes from the caller'
        : `The ${race.stale} comes from the read on line ${lineOf(race.read, sourceCode)}`;
    return {
      loss: LOSSES[race.stale](race),
      how: `${reads}, which no further round of the retry on line ${lineOf(race.retried, sourceCode)} repeats.`,
      remedy: 'Read and compute inside the retried part.',
    };
  },
  rewrites: [],
});

const LOSSES: Readonly<Record<RaceOf<'stale-retry'>['stale'], (race: RaceOf<'stale-retry'>) => string>> = {
  version: ({ method }) => `Never succeeds: after a conflict, \`${method}\` is retried for a version that is gone`,
  value: ({ method }) => `Lost update: after a conflict, \`${method}\` is retried with the value from before it`,
};
