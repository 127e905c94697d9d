/** The extension, packed, in the extension host of a real VS Code. */
import { beforeAll, describe, expect, test } from 'vitest';
import { suitesOf, type Outcome, type SuiteName } from './integration/suites.js';
import { isLeftOut } from './rig/chromium.js';
import { runInBrowser } from './rig/integration.js';

/** Nothing waits for it: it ends a run that hangs. */
const SAFETY_NET = 20 * 60_000;

describe.skipIf(isLeftOut()).each<SuiteName>(['trusted', 'untrusted'])(
  'the extension in a %s folder',
  (name) => {
    let outcomes: readonly Outcome[];

    beforeAll(async () => {
      outcomes = await runInBrowser(name);
    }, SAFETY_NET);

    describe.each(Object.entries(suitesOf(name)))('%s', (suite, cases) => {
      test.each(Object.keys(cases))('%s', (title) => {
        const outcome = outcomes.find((each) => each.suite === suite && each.title === title);
        if (!outcome) expect.fail('VS Code did not run this test.');
        if (outcome.error !== undefined) expect.fail(outcome.error);
      });
    });
  },
);
