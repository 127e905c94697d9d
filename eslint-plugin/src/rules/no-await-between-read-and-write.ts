/** Memory that calls share is written after a suspension from what was read before it. */
import type { RaceOf, StaleWriteShape } from '../analysis/race.js';
import { rewriteToAwaitFirst } from '../fixes/stale-write/await-first.js';
import { rewriteToFlagFirst } from '../fixes/stale-write/flag-first.js';
import { rewriteToKeptPromise } from '../fixes/stale-write/kept-promise.js';
import { rewriteToMemoryMutex } from '../fixes/stale-write/mutex.js';
import { describeResource, lineOf, lineOfAccess } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noAwaitBetweenReadAndWrite = defineRaceRule({
  name: 'no-await-between-read-and-write',
  kind: 'stale-write',
  description: 'Disallow writing shared memory after a suspension from what was read before it',
  describe(race, sourceCode) {
    const verb = race.dependence === 'data' ? 'read' : 'checked';
    const readLine = lineOfAccess(race.read, sourceCode);
    return {
      loss: lossOf(race),
      how: `It is ${verb} on line ${readLine}; others run while line ${lineOf(race.suspension, sourceCode)} waits.`,
      remedy: REMEDIES[race.shape],
    };
  },
  rewrites: [rewriteToAwaitFirst, rewriteToFlagFirst, rewriteToKeptPromise, rewriteToMemoryMutex],
});

function lossOf({ shape, write }: RaceOf<'stale-write'>): string {
  const name = describeResource(write.resource);
  switch (shape) {
    case 'update':
      return `Lost update: ${name} is set from a value read before another call could write it`;
    case 'lazy-init':
    case 'entry':
      return `Made twice: ${name} is checked, awaited and then set, so two calls both set it`;
    case 'flag':
      return `Too late: ${name} is set after a wait, so two calls both pass its check`;
  }
}

const REMEDIES: Readonly<Record<StaleWriteShape, string>> = {
  update: 'Await first and update in one step, or hold a mutex around both.',
  'lazy-init': 'Keep the promise instead of what it gives, or hold a mutex.',
  entry: 'Set the entry before the wait, keep the promise, or hold a mutex.',
  flag: 'Set it before the wait, or hold a mutex.',
};
