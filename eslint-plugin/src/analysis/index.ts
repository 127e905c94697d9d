/** The analysis: a parsed file in, its races out. One run per file, whatever number of rules ask. */
import type { TSESLint } from '@typescript-eslint/utils';
import { STORES } from '../stores/index.js';
import { LOCKS } from '../stores/locks.js';
import { Outcomes } from './flow/outcomes.js';
import type { FlowContext } from './flow/context.js';
import { lowerModule } from './lower/lower-module.js';
import type { FunctionForm, Program } from './lower/program.js';
import type { AnalysisOptions } from './options.js';
import type { Race } from './race.js';
import { ConcurrencyFinder } from './races/concurrency.js';
import type { RaceContext } from './races/context.js';
import { Exemptions } from './races/exemptions.js';
import { findRaces } from './races/find-races.js';
import { Instances } from './races/instances.js';
import { Definitions } from './resources/definitions.js';
import { mayHoldStore, maySuspend } from './resources/presence.js';
import { Receivers } from './resources/receivers.js';
import { SharedPlaces } from './resources/shared-places.js';
import { TermTable } from './resources/terms.js';
import { parseSettings, type Settings } from './settings.js';
import { Summaries } from './summaries/summary.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

const results = new WeakMap<SourceCode, readonly Race[]>();

/**
 * The races of one file, in source order. The result is kept with the `SourceCode`.
 * @throws {SettingsError} where `options.settings` does not fit its schema; never for any source text.
 */
export function analyze(sourceCode: SourceCode, options: AnalysisOptions = {}): readonly Race[] {
  const known = results.get(sourceCode);
  if (known) return known;
  const races = analyzeOnce(sourceCode, options);
  results.set(sourceCode, races);
  return races;
}

function analyzeOnce(sourceCode: SourceCode, options: AnalysisOptions): readonly Race[] {
  const settings = parseSettings(options.settings);
  const stores = [...settings.stores, ...STORES];
  if (!mayHoldStore(sourceCode.text, stores) && !maySuspend(sourceCode.text)) return [];
  const program = lowerModule(sourceCode);
  const flow = newFlow(program, settings);
  walkAll(program, flow);
  const context = newRaceContext(program, flow, settings, options.filename ?? '');
  const races = flow.summaries.finished().flatMap((summary) => findRaces(summary, context));
  return races.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf(race: Race): number {
  return (race.write.via ?? race.write.range).start;
}

function newFlow(program: Program, settings: Settings): FlowContext {
  const terms = new TermTable();
  const definitions = new Definitions(program, terms);
  const receivers = new Receivers(definitions, [...settings.stores, ...STORES, ...LOCKS]);
  const shared = new SharedPlaces(program, definitions, receivers.objects);
  const locks = new Set(settings.locks);
  const context: FlowContext = {
    definitions,
    terms,
    receivers,
    shared,
    summaries: new Summaries(() => context),
    outcomes: new Outcomes(),
    computations: new Map(),
    elements: new Map(),
    isLock: (_callee, name) => name !== undefined && locks.has(name),
    checkCancelled: () => undefined,
  };
  return context;
}

/** Every function is walked once: by itself, or where an enclosing one runs it. */
function walkAll(program: Program, flow: FlowContext): void {
  for (const form of program.functions) {
    if (form.capturesLocals || flow.summaries.walked.has(form)) continue;
    flow.summaries.of(form);
  }
}

function newRaceContext(
  program: Program,
  flow: FlowContext,
  settings: Settings,
  filename: string,
): RaceContext {
  const concurrency = new ConcurrencyFinder(program, filename);
  const exemptions = new Exemptions(program, settings);
  const instances = new Instances(program, flow.definitions);
  return {
    program,
    computations: flow.computations,
    elements: flow.elements,
    concurrencyOf: (form) => concurrency.of(form),
    isMadePerCall: (form) => instances.isMadePerCall(form),
    isGuardedByCallers: (form) => isGuardedByCallers(form, flow.summaries),
    isExempt: (write, resource) => exemptions.cover(write, resource),
  };
}

/** A helper that only this file calls, each time under a lock. */
function isGuardedByCallers(form: FunctionForm, summaries: Summaries): boolean {
  if (form.exported || (form.member && !form.hidden)) return false;
  const callers = summaries.callersOf(form);
  return callers.length > 0 && callers.every((guards) => guards.some((guard) => !guard.perExecution));
}
