/** A scratch file or an output is written under a path that another execution can name, too. */
import type { PathReason } from '../analysis/race.js';
import { rewriteToOwnDirectory } from '../fixes/own-directory.js';
import { rewriteToRandomName, rewriteToSessionName } from '../fixes/own-name.js';
import { describeResource } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noSharedTempPath = defineRaceRule({
  name: 'no-shared-temp-path',
  kind: 'shared-temp-path',
  description: 'Disallow writing scratch files and outputs under a path that another execution can name too',
  describe({ write, reason }) {
    return {
      loss: `Shared path: ${describeResource(write.resource)} is written by every run, so two at once get each other's data`,
      how: HOW[reason],
      remedy:
        reason === 'beside'
          ? 'Add `randomUUID()` to the name.'
          : 'Make a directory with `mkdtemp`, or add `randomUUID()` to the name.',
    };
  },
  rewrites: [rewriteToOwnDirectory, rewriteToSessionName, rewriteToRandomName],
});

const HOW: Readonly<Record<PathReason, string>> = {
  fixed: 'Its name is always the same.',
  process: "Only the process's id is in its name, which its calls share.",
  clock: 'Only the time is in its name, which two runs in one millisecond share.',
  'process-clock':
    "Only the process's id and the time are in its name, which two calls in one millisecond share.",
  random: 'Its name is predictable and may come twice.',
  counter: 'Only a count is in its name, which starts again in every process.',
  given: 'Only what callers choose is in its name, and two of them may choose the same.',
  beside:
    'Two writers of the same file share the file beside it, and one renames what the other has half written.',
  varies: 'Another run may be given the same name.',
};
