/** An operation that adds something each time is retried with nothing that tells the tries apart from a new one. */
import type { RepeatedEffect } from '../analysis/race.js';
import { lineOf } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noUnkeyedRetry = defineRaceRule({
  name: 'no-unkeyed-retry',
  kind: 'unkeyed-retry',
  description: 'Disallow retrying an operation that is not idempotent without an operation id',
  describe(race, sourceCode) {
    const id = race.renewed
      ? `The id on line ${lineOf(race.renewed, sourceCode)} is a new one in each round`
      : 'Nothing says that it is the same operation';
    return {
      loss: `Happens twice: \`${race.method}\` is retried when its answer is lost, and ${EFFECTS[race.effect]} again`,
      how: `${id}, and the retry on line ${lineOf(race.retried, sourceCode)} cannot know whether it took effect.`,
      remedy: 'Make an operation id once, before the first try, and hand it over with each.',
    };
  },
  rewrites: [],
});

const EFFECTS: Readonly<Record<RepeatedEffect, string>> = {
  increment: 'counts',
  push: 'adds',
  insert: 'inserts',
  publish: 'sends',
  payment: 'pays',
};
