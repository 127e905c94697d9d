/** Records are written to an index of vectors under an id that other callers use, too. */
import type { FixedId } from '../analysis/race.js';
import { rewriteToContentId } from '../fixes/vector-id/content-id.js';
import { rewriteToRandomId } from '../fixes/vector-id/random-id.js';
import { lineOf } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noFixedVectorId = defineRaceRule({
  name: 'no-fixed-vector-id',
  kind: 'fixed-vector-id',
  description: 'Disallow ids of vectors that two callers with different records share',
  describe(race, sourceCode) {
    const { method, resource } = race.write;
    return {
      loss: `Overwritten record: \`${method}\` writes under \`${resource.key}\`, an id that other callers use, too`,
      how: `The id on line ${lineOf(race.made, sourceCode)} ${REASONS[race.id]}.`,
      remedy: 'Make it of what the record holds and of who writes it, or use a random one.',
    };
  },
  rewrites: [rewriteToContentId, rewriteToRandomId],
});

const REASONS: Readonly<Record<FixedId, string>> = {
  constant: 'is the same at every call',
  index: 'counts from the same number at every call',
  count: 'is a count, and two callers that count at once count the same',
  shared: 'is the same for all callers',
  topic: 'is the same for all who write about one topic',
};
