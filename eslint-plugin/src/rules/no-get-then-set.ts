/** A key of a shared store is set to a value computed from an earlier get of it. */
import type { RaceOf } from '../analysis/race.js';
import { rewriteToCompareAndSet } from '../fixes/compare-and-set.js';
import { rewriteToIncrement } from '../fixes/increment.js';
import { rewriteToMutex } from '../fixes/mutex.js';
import { rewriteToRedisLock } from '../fixes/redis-lock.js';
import { describeResource, lineOf, lineOfAccess } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noGetThenSet = defineRaceRule({
  name: 'no-get-then-set',
  kind: 'get-then-set',
  description: 'Disallow setting a key of a shared store to a value computed from an earlier get of it',
  describe(race, sourceCode) {
    const wait = race.suspension
      ? `; others run while line ${lineOf(race.suspension, sourceCode)} waits`
      : '';
    return {
      loss: `Lost update: ${describeResource(race.write.resource)} is set from a value read before another caller could write it`,
      how: `\`${race.read.method}\` reads it on line ${lineOfAccess(race.read, sourceCode)}${wait}.`,
      remedy: remedyOf(race),
    };
  },
  rewrites: [rewriteToIncrement, rewriteToCompareAndSet, rewriteToMutex, rewriteToRedisLock],
});

function remedyOf({ update }: RaceOf<'get-then-set'>): string {
  if (update.kind === 'increment') return 'Let the store add: use an atomic increment.';
  return 'Use an atomic operation, a compare-and-set loop, or a lock around both.';
}
