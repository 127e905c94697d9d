/**
 * What a fixture's workload is: concurrent callers of a module that works on a real Redis, and the
 * promises that hold when no update is lost.
 */

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
export interface Workload {
  readonly scope: WorkloadScope;
  run(stage: Stage<unknown>): Promise<Outcome>;
}

interface WorkloadDefinition<Module extends object> {
  readonly scope: WorkloadScope;
  /** Every export of the module; a rewrite must keep them all. */
  readonly exports: Readonly<Record<keyof Module, true>>;
  run(stage: Stage<Module>): Promise<Outcome>;
}

export function defineWorkload<Module extends object>(definition: WorkloadDefinition<Module>): Workload {
  const names = Object.keys(definition.exports);
  const isModule = (candidate: unknown): candidate is Module =>
    typeof candidate === 'object' && candidate !== null && names.every((name) => name in candidate);
  return {
    scope: definition.scope,
    async run(stage) {
      const instances = stage.instances.filter(isModule);
      if (instances.length < stage.instances.length) {
        throw new TypeError(`The module lacks one of its exports: ${names.join(', ')}`);
      }
      return definition.run({ ...stage, instances });
    },
  };
}
