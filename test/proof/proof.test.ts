/**
 * Proves every fixture: its racy text is reported and loses updates; every rewrite that is offered
 * compiles, is not reported, leaves the rest of the text alone, and loses nothing; its safe text is left alone.
 */
import { basename, dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { HOW_TO_GET_MEMCACHED } from '../support/memcached-server.js';
import { testWithBackEnd } from './back-end.js';
import { findProblems, findUnexpected } from './checks.js';
import { exploreInterleavings } from './explore.js';
import { loadFixtures, type Fixture, type SourceText } from './fixtures.js';
import { lintText } from './lint.js';
import { findOlderReleases, toOlderRelease } from './older-releases.js';
import { collectRewrites, type Rewrite } from './rewrites.js';
import { CALLERS, findLosses, runWorkload, type BackEnd } from './run.js';
import { runFileWorkload } from './run-files.js';
import { createTypeCheck, isJavaScript } from './type-check.js';

// The first test that compiles waits for all texts.
vi.setConfig({ testTimeout: 180_000 });

/** So often the processes of a racy text are started until they lose something. */
const MAX_ROUNDS = 20;

const cases = (await loadFixtures()).map((fixture) => ({ fixture, rewrites: collectRewrites(fixture.racy) }));
const findTypeErrors = once(() =>
  createTypeCheck([
    ...cases.flatMap(({ fixture: { safe } }) => (safe === undefined ? [] : [safe])),
    ...cases.flatMap(({ fixture, rewrites }) => {
      const texts = [fixture.racy, ...rewrites.flatMap((rewrite, index) => textsOf(fixture, rewrite, index))];
      const releases = findOlderReleases(fixture.racy.text);
      return [...texts, ...texts.flatMap((text) => releases.map((release) => toOlderRelease(text, release)))];
    }),
  ]),
);

describe.each(cases)('$fixture.name', ({ fixture, rewrites }) => {
  const { name, racy, safe, expectation, workload } = fixture;
  const isInMemory = workload.scope === 'memory';
  const isOnFiles = workload.scope === 'files';

  test(`${name}: the racy text is reported as expected`, () => {
    expect(findUnexpected(lintText(racy.text, racy.path), expectation)).toEqual([]);
  });

  test.skipIf(isJavaScript(racy.path))(`${name}: the racy text compiles`, () => {
    expect(findTypeErrors()(racy.path)).toEqual([]);
  });

  if (isInMemory) {
    test(`${name}: an interleaving of the racy text loses updates`, async () => {
      expect(await exploreInterleavings(fixture, racy)).not.toEqual([]);
    });
  } else if (isOnFiles) {
    test(`${name}: the racy text loses updates with ${String(CALLERS)} callers`, async () => {
      // Processes may happen to take turns: then they are started again.
      let losses: readonly unknown[] = [];
      for (let round = 0; round < MAX_ROUNDS && losses.length === 0; round++)
        losses = findLosses(await runFileWorkload(workload, racy));
      expect(losses).not.toEqual([]);
    });
  } else {
    testWithBackEnd(
      `${name}: the racy text loses updates with ${String(CALLERS)} callers`,
      async ({ backEnd, skip }) => {
        requireServer(workload, backEnd, skip);
        const outcomes = await runWorkload(fixture, racy, backEnd);
        // In one process it is certain; several may happen to take turns.
        expect(
          outcomes.some(({ made, kept }) => kept < made),
          JSON.stringify(outcomes),
        ).toBe(true);
      },
    );
  }

  describe.each(rewrites.map((rewrite, index) => ({ rewrite, index })))(
    '$rewrite.title',
    ({ rewrite, index }) => {
      const texts = textsOf(fixture, rewrite, index);
      const shown = `rewritten to:\n${rewrite.result.text}`;

      test(`${name}: "${rewrite.title}" compiles`, () => {
        expect(
          texts.flatMap(({ path }) => findTypeErrors()(path, racy.path)),
          shown,
        ).toEqual([]);
      });

      test.each(findOlderReleases(racy.text))(`${name}: "${rewrite.title}" compiles with %s`, (release) => {
        const baseline = toOlderRelease(racy, release);
        const errors = texts.flatMap((text) =>
          findTypeErrors()(toOlderRelease(text, release).path, baseline.path),
        );
        expect(errors, shown).toEqual([]);
      });

      test(`${name}: "${rewrite.title}" ends the report and leaves the rest alone`, () => {
        expect(rewrite.steps.flatMap(findProblems), shown).toEqual([]);
        expect(rewrite.result.reports, shown).toEqual([]);
      });

      test(`${name}: "${rewrite.title}" is the same on a text with CRLF line ends`, () => {
        const twin = collectRewrites({ path: racy.path, text: toCrlf(racy.text) })[index];
        expect(twin?.result.text).toBe(toCrlf(rewrite.result.text));
      });

      const source = { path: racy.path, text: rewrite.result.text };
      if (isInMemory) {
        test(`${name}: no interleaving of "${rewrite.title}" loses anything`, async () => {
          expect(await exploreInterleavings(fixture, source), shown).toEqual([]);
        });
      } else if (isOnFiles) {
        test(`${name}: "${rewrite.title}" loses nothing with ${String(CALLERS)} callers`, async () => {
          expect(findLosses(await runFileWorkload(workload, source)), shown).toEqual([]);
        });
      } else {
        testWithBackEnd(
          `${name}: "${rewrite.title}" loses nothing with ${String(CALLERS)} callers`,
          async ({ backEnd, skip }) => {
            requireServer(workload, backEnd, skip);
            expect(findLosses(await runWorkload(fixture, source, backEnd)), shown).toEqual([]);
          },
        );
      }
    },
  );

  if (safe !== undefined) {
    test(`${name}: the safe text is not reported`, () => {
      const { syntaxError, reports } = lintText(safe.text, safe.path);
      expect({ syntaxError, reports }).toEqual({ syntaxError: undefined, reports: [] });
    });

    test(`${name}: the safe text compiles`, () => {
      expect(findTypeErrors()(safe.path, racy.path)).toEqual([]);
    });

    if (isInMemory) {
      test(`${name}: no interleaving of the safe text loses anything`, async () => {
        expect(await exploreInterleavings(fixture, safe)).toEqual([]);
      });
    } else if (isOnFiles) {
      test(`${name}: the safe text loses nothing with ${String(CALLERS)} callers`, async () => {
        expect(findLosses(await runFileWorkload(workload, safe))).toEqual([]);
      });
    } else {
      testWithBackEnd(
        `${name}: the safe text loses nothing with ${String(CALLERS)} callers`,
        async ({ backEnd, skip }) => {
          requireServer(workload, backEnd, skip);
          expect(findLosses(await runWorkload(fixture, safe, backEnd))).toEqual([]);
        },
      );
    }
  }
});

/** Skips a test whose server is not installed; with `CI=true` it fails. */
function requireServer(
  workload: Fixture['workload'],
  { memcached }: BackEnd,
  skip: (why: string) => void,
): void {
  if (!('needs' in workload) || memcached !== undefined) return;
  if (process.env['CI'] === 'true') throw new Error(HOW_TO_GET_MEMCACHED);
  skip(HOW_TO_GET_MEMCACHED);
}

/** The text after each step, at a path beside the racy one, so that imports are resolved as there. */
function textsOf({ racy }: Fixture, rewrite: Rewrite, index: number): readonly SourceText[] {
  return rewrite.steps.map(({ after }, step) => ({
    path: join(dirname(racy.path), `rewritten-${String(index)}-${String(step)}-${basename(racy.path)}`),
    text: after.text,
  }));
}

function toCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
