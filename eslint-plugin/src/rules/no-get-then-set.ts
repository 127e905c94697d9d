/** A key of a shared store is set to a value computed from an earlier get of it. */
import type { GetThenSetRace } from '../analysis/race.js';
import { GET_THEN_SET_REWRITES } from '../fixes/index.js';
import { describeGetThenSet } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noGetThenSet = defineRaceRule({
  name: 'no-get-then-set',
  description: 'Disallow setting a key of a shared store to a value computed from an earlier get of it',
  select: (race): race is GetThenSetRace => race.kind === 'get-then-set',
  describe: describeGetThenSet,
  rewrites: GET_THEN_SET_REWRITES,
});
