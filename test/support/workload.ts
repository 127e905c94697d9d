/**
 * What a fixture's workload is: concurrent callers of a module that works on a real Redis, or on its own
 * memory, and the promises that hold when no update is lost.
 */
import { startTogether, type Calls } from './callers.js';

/**
 * Who the callers are. `process`: all in one process. `distributed`: first all in one process, then
 * spread over several instances of the module, each with its own state and connection, as several
 * processes have; an in-process mutex does not hold there.
 */
export type WorkloadScope = 'process' | 'distributed';

export interface Stage<Module> {
  readonly redisUrl: string;
  /** The REST front of the same Redis. */
  readonly upstash: UpstashAddress;
  /** How many callers to start. */
  readonly callers: number;
  /** One separately loaded copy of the module for each process that is played. */
  readonly instances: readonly Module[];
}

export interface UpstashAddress {
  readonly url: string;
  readonly token: string;
}

export interface Outcome {
  /** Updates that the callers made. */
  readonly made: number;
  /** Updates that are still there afterwards. */
  readonly kept: number;
  /** Every other promise that was broken, one clause each. */
  readonly faults: readonly string[];
}

/** A workload as the harness sees it: it takes any module and refuses one that lacks an export. */
export type Workload = StoreWorkload | MemoryWorkload | FileWorkload;

export interface StoreWorkload {
  readonly scope: WorkloadScope;
  /** A server besides Redis that has to be installed. */
  readonly needs?: 'memcached';
  run(stage: Stage<unknown>): Promise<Outcome>;
}

interface WorkloadDefinition<Module extends object> extends Pick<StoreWorkload, 'scope' | 'needs'> {
  /** Every export of the module; a rewrite must keep them all. */
  readonly exports: Readonly<Record<keyof Module, true>>;
  run(stage: Stage<Module>): Promise<Outcome>;
}

export function defineWorkload<Module extends object>(definition: WorkloadDefinition<Module>): StoreWorkload {
  const names = Object.keys(definition.exports);
  const isModule = (candidate: unknown): candidate is Module => hasAll(candidate, names);
  return {
    scope: definition.scope,
    ...(definition.needs && { needs: definition.needs }),
    async run(stage) {
      const instances = stage.instances.filter(isModule);
      if (instances.length < stage.instances.length) {
        throw new TypeError(`The module lacks one of its exports: ${names.join(', ')}`);
      }
      return definition.run({ ...stage, instances });
    },
  };
}

function hasAll(candidate: unknown, names: readonly string[]): boolean {
  return typeof candidate === 'object' && candidate !== null && names.every((name) => name in candidate);
}

/** What a workload on memory is given: whatever it makes the module wait for ends in an order that is explored. */
export interface MemoryStage<Module> {
  /** A copy of the module that no other run has seen. */
  readonly module: Module;
  readonly callers: number;
  /** Gives a function whose calls end when the exploration lets them. */
  later<Args extends readonly unknown[], Result>(
    task: (...args: Args) => Result | Promise<Result>,
  ): (...args: Args) => Promise<Result>;
  /** Starts the callers at moments that are explored, too, and waits for the last one. */
  startAll<Result>(call: (caller: number) => Promise<Result>): Promise<Calls<Result>>;
}

/** Callers in one process, with no store: every run takes another interleaving. */
export interface MemoryWorkload {
  readonly scope: 'memory';
  run(stage: Omit<MemoryStage<unknown>, 'startAll'>): Promise<Outcome>;
}

interface MemoryWorkloadDefinition<Module extends object> {
  /** Every export of the module; a rewrite must keep them all. */
  readonly exports: Readonly<Record<keyof Module, true>>;
  run(stage: MemoryStage<Module>): Promise<Outcome>;
}

export function defineMemoryWorkload<Module extends object>(
  definition: MemoryWorkloadDefinition<Module>,
): MemoryWorkload {
  const names = Object.keys(definition.exports);
  const isModule = (candidate: unknown): candidate is Module => hasAll(candidate, names);
  return {
    scope: 'memory',
    async run(stage) {
      const { module, callers, later } = stage;
      if (!isModule(module)) throw new TypeError(`The module lacks one of its exports: ${names.join(', ')}`);
      return definition.run({
        ...stage,
        module,
        startAll: (call) =>
          startTogether([module], callers, async (_, caller) => {
            await later(() => undefined)();
            return call(caller);
          }),
      });
    },
  };
}

/** One call of an export, as a process is told of it: all of it JSON. */
export interface FileCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface FileResult {
  readonly returned?: unknown;
  readonly failed?: string;
}

/** Callers in several real processes that share a folder, which is their working and their temporary one. */
export interface FileWorkload {
  readonly scope: 'files';
  /** Every export of the module; a rewrite must keep them all. */
  readonly exports: readonly string[];
  /** What is in the folder before. */
  readonly files: Readonly<Record<string, string>>;
  call(caller: number): FileCall;
  judge(end: {
    readonly folder: string;
    readonly callers: number;
    readonly results: readonly FileResult[];
  }): Promise<Outcome>;
}

interface FileWorkloadDefinition<Module extends object> extends Omit<FileWorkload, 'scope' | 'exports'> {
  readonly exports: Readonly<Record<keyof Module, true>>;
}

export function defineFileWorkload<Module extends object>(
  definition: FileWorkloadDefinition<Module>,
): FileWorkload {
  return { ...definition, scope: 'files', exports: Object.keys(definition.exports) };
}

/** The failures among results, as faults. */
export function failuresOf(results: readonly FileResult[]): readonly string[] {
  return results.flatMap(({ failed }) => failed ?? []);
}
