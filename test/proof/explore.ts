/** Runs a workload on memory under many interleavings, chosen by a scheduler and not by chance. */
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import type { MemoryWorkload, Outcome } from '../support/workload.js';
import type { Fixture, SourceText } from './fixtures.js';
import { findLosses } from './run.js';

const CALLERS = 3;
const RUNS = 200;
/** So many turns of promises may pass before the next wait ends: others come in between an end and what follows it. */
const MAX_GAP = 8;
/** The same interleavings every time. */
const SEED = 20;

/** What the first interleaving that goes wrong loses, one line each; empty where none of them does. */
export async function exploreInterleavings(
  { workload }: Fixture,
  source: SourceText,
): Promise<readonly string[]> {
  if (workload.scope !== 'memory') throw new TypeError('A workload on a store is run, not explored');
  const load = compile(source);
  let losses: readonly string[] = [];
  await fc.check(
    fc.asyncProperty(fc.scheduler(), fc.infiniteStream(fc.nat(MAX_GAP)), async (scheduler, gaps) => {
      const outcome = await playOut(workload, load(), scheduler, gaps);
      losses = outcome === undefined ? ['a caller waits for ever'] : findLosses([outcome]);
      return losses.length === 0;
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  return losses;
}

/** The outcome of one interleaving, undefined where it comes to no end. */
async function playOut(
  workload: MemoryWorkload,
  module: unknown,
  scheduler: fc.Scheduler,
  gaps: Iterator<number>,
): Promise<Outcome | undefined> {
  const ended = workload
    .run({
      module,
      callers: CALLERS,
      later:
        (task) =>
        async (...args) => {
          await scheduler.schedule(Promise.resolve());
          return task(...args);
        },
    })
    .then(
      (outcome) => ({ outcome }),
      (error: unknown) => ({ error }),
    );
  const stuck = Symbol('stuck');
  for (;;) {
    const result = await Promise.race([ended, goOn(scheduler, gaps, stuck)]);
    if (typeof result === 'symbol') {
      if (result === stuck) return undefined;
    } else if ('error' in result) {
      return { made: 0, kept: 0, faults: [`it fails: ${messageOf(result.error)}`] };
    } else {
      return result.outcome;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets one wait end; gives `stuck` where there is none and nothing else goes on. */
async function goOn(scheduler: fc.Scheduler, gaps: Iterator<number>, stuck: symbol): Promise<symbol> {
  if (scheduler.count() === 0) await settleMicrotasks();
  if (scheduler.count() === 0) return stuck;
  await scheduler.waitNext(1);
  const gap: unknown = gaps.next().value;
  for (let turn = 0; turn < Number(gap); turn++) await Promise.resolve();
  return Symbol('went on');
}

/** Immediates run after all promises that can go on have done so. */
function settleMicrotasks(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Gives a function that loads the text anew, with state of its own, as often as it is called. */
function compile({ path, text }: SourceText): () => unknown {
  const { outputText } = ts.transpileModule(text, {
    // The name must not say that this is an ES module.
    fileName: path.replace(/\.[cm]([jt]s)$/, '.$1'),
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      allowJs: true,
    },
  });
  const run = compileFunction(outputText, ['exports', 'require', 'module'], { filename: path });
  const require = createRequire(import.meta.url);
  return () => {
    const module: { exports: unknown } = { exports: {} };
    Reflect.apply(run, undefined, [module.exports, require, module]);
    return module.exports;
  };
}
