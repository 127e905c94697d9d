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
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const outcome = await playOut(workload, load(), scheduler);
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
    const result = await Promise.race([ended, idle(scheduler, stuck)]);
    if (typeof result === 'symbol') {
      if (result === stuck) return undefined;
    } else if ('error' in result) {
      throw result.error;
    } else {
      return result.outcome;
    }
  }
}

/** Lets everything end that can; gives `stuck` where nothing could. */
async function idle(scheduler: fc.Scheduler, stuck: symbol): Promise<symbol> {
  await settleMicrotasks();
  if (scheduler.count() === 0) return stuck;
  await scheduler.waitNext(1);
  await settleMicrotasks();
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
