/** Memory that calls share is written after a suspension from what was read before it. */
import type { StaleWriteRace } from '../analysis/race.js';
import { STALE_WRITE_REWRITES } from '../fixes/stale-write.js';
import { describeStaleWrite } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noAwaitBetweenReadAndWrite = defineRaceRule({
  name: 'no-await-between-read-and-write',
  description: 'Disallow writing shared memory after a suspension from what was read before it',
  select: (race): race is StaleWriteRace => race.kind === 'stale-write',
  describe: describeStaleWrite,
  rewrites: STALE_WRITE_REWRITES,
});
