/** The analysis: a parsed file in, its races out. One run per file, whatever number of rules ask. */
import type { TSESLint } from '@typescript-eslint/utils';
import { familyOf, type StoreModel } from '../stores/model.js';
import { Outcomes } from './flow/outcomes.js';
import type { FlowContext } from './flow/context.js';
import { knowledgeOf, type Knowledge } from './knowledge.js';
import type { FunctionForm, Program } from './lower/program.js';
import { AnalysisCancelled, type AnalysisOptions } from './options.js';
import type { Race } from './race.js';
import { ClassRoles } from './races/callers/class-roles.js';
import { ConcurrencyFinder } from './races/callers/concurrency.js';
import type { RaceContext } from './races/context.js';
import { Exemptions } from './races/exemptions.js';
import { findRaces } from './races/find-races.js';
import { isBuildFile, isSingleProcess } from './races/callers/single-process.js';
import { Turns } from './races/callers/turns.js';
import { readFile } from './reading.js';
import { UseFinder } from './races/uses.js';
import { Instances } from './races/callers/instances.js';
import { Definitions } from './resources/definitions.js';
import { Receivers } from './resources/receivers.js';
import type { Sharing } from './resources/sharing.js';
import { ProgramIndex } from './resources/code/program-index.js';
import { SharedPlaces } from './resources/shared-places.js';
import { TermTable } from './resources/terms.js';
import type { Settings } from './settings.js';
import { summarizeModule } from './summaries/module-summary.js';
import { Summaries } from './summaries/summary.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

const results = new WeakMap<SourceCode, readonly Race[]>();
const cancelChecks = new WeakMap<SourceCode, () => void>();
const dependencies = new WeakMap<SourceCode, readonly string[]>();
const programs = new WeakMap<SourceCode, Program>();

/**
 * The races of one file, in source order. The result is kept with the `SourceCode`.
 * @throws {SettingsError} where `options.settings` does not fit its schema; never for any source text.
 */
export function analyze(sourceCode: SourceCode, options: AnalysisOptions = {}): readonly Race[] {
  const known = results.get(sourceCode);
  if (known) return known;
  cancelChecks.set(sourceCode, cancelCheck(options));
  const races = analyzeOnce(sourceCode, options);
  results.set(sourceCode, races);
  return races;
}

/** For those who work on with the races of a file. Throws `AnalysisCancelled` where its analysis was told to stop. */
export function checkCancelled(sourceCode: SourceCode): void {
  cancelChecks.get(sourceCode)?.();
}

/** The modules, by absolute path, whose change can change the races of a file that was analysed. */
export function dependenciesOf(sourceCode: SourceCode): readonly string[] {
  return dependencies.get(sourceCode) ?? [];
}

/**
 * What a file that was analysed is to those who import it, as a text that changes with it: not with layout and comments,
 * nor with what reaches nobody. Undefined where it holds too little for that: all of its code then stands for it.
 */
export function summaryOf(sourceCode: SourceCode): string | undefined {
  const program = programs.get(sourceCode);
  return program && summarizeModule(program);
}

function analyzeOnce(sourceCode: SourceCode, options: AnalysisOptions): readonly Race[] {
  const walked = walkModule(sourceCode, options);
  if (!walked) return [];
  const context = newRaceContext(walked, options.filename ?? '');
  const races = findRaces(walked.flow.summaries.finished(), context);
  return races.sort((a, b) => a.place.start - b.place.start);
}

interface WalkedModule {
  readonly program: Program;
  readonly flow: FlowContext;
  readonly settings: Settings;
  /** The stores of which the file speaks. */
  readonly stores: readonly StoreModel[];
}

/**
 * The flow of one file: what a race is found in, and what tests probe. Undefined where nothing can race.
 * @param which `all` walks the functions, too, that only read.
 */
export function walkModule(
  sourceCode: SourceCode,
  options: AnalysisOptions,
  which: 'relevant' | 'all' = 'relevant',
): WalkedModule | undefined {
  const knowledge = knowledgeOf(options.settings);
  const checkCancelled = cancelCheck(options);
  const reading = readFile(sourceCode, {
    ...options,
    knowledge,
    checkCancelled,
    whole: which === 'all',
    noteDependencies: (paths) => dependencies.set(sourceCode, paths),
  });
  if (!reading) return undefined;
  const { program, sharing, relevance, stores } = reading;
  programs.set(sourceCode, program);
  const isWorthWalking = (form: FunctionForm): boolean => which === 'all' || relevance.isWorthWalking(form);
  const flow = newFlow(program, sharing, isWorthWalking, knowledge, checkCancelled);
  walkAll(program, flow);
  return { program, flow, settings: knowledge.settings, stores };
}

function newFlow(
  program: Program,
  sharing: Sharing,
  isWorthWalking: FlowContext['isWorthWalking'],
  { settings, linked }: Knowledge,
  checkCancelled: () => void,
): FlowContext {
  const terms = new TermTable();
  const definitions = new Definitions(program, terms);
  const receivers = new Receivers(definitions, linked);
  const shared = new SharedPlaces(program, definitions, receivers.objects, sharing);
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
    answers: new Set(),
    later: new WeakSet(),
    outliving: new WeakSet(),
    isDeclaredShared: (name) => sharing.isDeclared(name),
    isLock: (_callee, name) => name !== undefined && locks.has(name),
    isWorthWalking,
    checkCancelled,
  };
  return context;
}

function cancelCheck({ isCancelled }: AnalysisOptions): () => void {
  return () => {
    if (isCancelled?.()) throw new AnalysisCancelled();
  };
}

/** Every function is walked once: by itself, or where an enclosing one runs it. */
function walkAll(program: Program, flow: FlowContext): void {
  for (const form of program.functions) {
    if (program.isLinked(form.at)) continue;
    if (form.capturesLocals || flow.summaries.walked.has(form) || !flow.isWorthWalking(form)) continue;
    flow.summaries.of(form);
  }
}

/** What judging needs to know of a walked file. */
export function newRaceContext(
  { program, flow, settings, stores }: WalkedModule,
  filename: string,
): RaceContext {
  const concurrency = new ConcurrencyFinder(program, filename);
  const exemptions = new Exemptions(program, settings, (term) => flow.receivers.objects.classOf(term));
  const instances = new Instances(program, flow.definitions);
  const roles = new ClassRoles(program, flow.definitions);
  let index: ProgramIndex | undefined;
  let uses: UseFinder | undefined;
  let turns: Turns | undefined;
  const context: RaceContext = {
    program,
    flow,
    computations: flow.computations,
    elements: flow.elements,
    singleProcess: isSingleProcess(program),
    vectorStores: stores.filter((store) => familyOf(store) === 'vectors'),
    isTest: concurrency.isTest,
    speaksOf: (word) => program.textOf(program.module.at).includes(word),
    filename,
    isOneShot: concurrency.isTest || isBuildFile(filename),
    get index() {
      return (index ??= new ProgramIndex(program, flow.definitions, flow.receivers, flow.checkCancelled));
    },
    get uses() {
      return (uses ??= new UseFinder(program));
    },
    get turns() {
      return (turns ??= new Turns(context));
    },
    concurrencyOf: (form, reach = 'process') => concurrency.of(form, reach),
    isMadePerCall: (form) => instances.isMadePerCall(form),
    isHeldByCallbacks: (form) => instances.isHeldByCallbacks(form),
    isGuardedByCallers: (form) => isGuardedByCallers(form, flow.summaries),
    roleOf: (form) => roles.of(form),
    isExempt: (write, resource) => exemptions.cover(write, resource),
    isDeclaredShared: (write) => exemptions.isDeclaredShared(write),
  };
  return context;
}

/** A helper that only this file calls, each time under a lock. */
function isGuardedByCallers(form: FunctionForm, summaries: Summaries): boolean {
  if (form.exported || (form.member && !form.hidden)) return false;
  const callers = summaries.callersOf(form);
  return callers.length > 0 && callers.every((guards) => guards.some((guard) => !guard.madeIn));
}
