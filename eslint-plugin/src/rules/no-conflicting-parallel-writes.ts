/** Tasks that run together write the same thing, or their order decides what is left. */
import type { RaceOf } from '../analysis/race.js';
import { rewriteToAwaitIt } from '../fixes/parallel/await-it.js';
import { rewriteToInTurn } from '../fixes/parallel/in-turn.js';
import { rewriteToOwnKey } from '../fixes/parallel/own-key.js';
import { describeResource, lineOf, lineOfAccess } from './describe.js';
import { defineRaceRule } from './race-rule.js';

type Conflicting = RaceOf<'conflicting-parallel-writes'>;

export const noConflictingParallelWrites = defineRaceRule({
  name: 'no-conflicting-parallel-writes',
  kind: 'conflicting-parallel-writes',
  description: 'Disallow tasks that run together and write the same key, path or row',
  describe(race, sourceCode) {
    const first = lineOfAccess(race.first, sourceCode);
    const second = lineOfAccess(race.second, sourceCode);
    return {
      loss: lossOf(race),
      how: howOf(race, lineOf(race.group, sourceCode), first === second ? undefined : [first, second]),
      remedy: remedyOf(race),
    };
  },
  rewrites: [rewriteToAwaitIt, rewriteToInTurn, rewriteToOwnKey],
});

function lossOf({ conflict, first, second, together }: Conflicting): string {
  const name = describeResource(
    (conflict === 'delete' && first.operation !== 'delete' ? second : first).resource,
  );
  if (conflict === 'overwrite')
    return together === 'each' || together === 'loop'
      ? `Lost write: every task writes ${name}, and the last one to do so is kept`
      : `Lost write: two tasks that run together write ${name}, and one is lost`;
  if (conflict === 'make')
    return `Out of order: ${describeResource(first.resource)} may not be there yet when it is written into`;
  if (conflict === 'delete') return `Out of order: ${name} may be deleted after it was written anew`;
  return `Out of order: ${name} may be read before or after it is written`;
}

function howOf(
  { together }: Conflicting,
  group: number,
  lines: readonly [number, number] | undefined,
): string {
  const where = lines ? ` (lines ${lines[0]} and ${lines[1]})` : '';
  switch (together) {
    case 'list':
      return `The tasks on line ${group} run together${where}.`;
    case 'each':
      return `Line ${group} starts one task for each element${where}, and the key is the same for all.`;
    case 'loop':
      return `The loop around line ${group} does not wait for what it starts${where}.`;
    case 'left':
      return `Nobody waits for line ${group} before the next access${where}.`;
  }
}

function remedyOf({ conflict, together }: Conflicting): string {
  if (together === 'left') return 'Wait for it first.';
  if (conflict === 'overwrite') return 'Give each task a key of its own and merge afterwards, or write once.';
  return 'Run them one after the other.';
}
