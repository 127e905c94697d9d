/** What a function does to resources, for its callers: computed once, in terms of its parameters. */
import type { FunctionForm } from '../lower/program.js';
import type { Guard } from '../flow/guards.js';
import type { LockEvent } from '../flow/lock-events.js';
import { isChangedInPlace } from '../flow/state.js';
import {
  NO_SOURCES,
  type Exit,
  type FlowAccess,
  type Source,
  type Sources,
  type Value,
} from '../flow/value.js';
import type { FlowContext } from '../flow/context.js';
import type { PathTold } from '../flow/told-paths.js';
import { Walk } from '../flow/walk.js';

export interface Summary {
  readonly form: FunctionForm;
  /** In evaluation order; keys, values and guards speak of the function's parameters. */
  readonly accesses: readonly FlowAccess[];
  /** Calls in its text, and in functions that it runs in place, that take locks or let go of them. */
  readonly locks: readonly LockEvent[];
  /** Calls that hand paths to other programs, and to libraries that write files. */
  readonly told: readonly PathTold[];
  readonly result: Value;
  /** Where it, and what runs in it, returns and throws. */
  readonly exits: readonly Exit[];
  /** The result was changed in place after it was read or made. */
  readonly changesResult: boolean;
  /** Locks that it takes and leaves held: it is an acquire helper. */
  readonly held: readonly Guard[];
  /** What it stores into the objects passed to it, by position. */
  readonly stores: ReadonlyMap<number, Sources>;
  /** It waits for something else than a store that lets nobody in meanwhile. */
  readonly waitsForOthers: boolean;
}

/** Calls are followed so far; functions below are walked by themselves, later. */
const MAX_CALL_DEPTH = 64;

export class Summaries {
  private readonly known = new Map<FunctionForm, Summary | 'running'>();
  private readonly parameters = new Map<FunctionForm, Source[]>();
  private readonly callers = new Map<FunctionForm, (readonly Guard[])[]>();
  /** Functions walked by themselves or inside another walk. */
  readonly walked = new Set<FunctionForm>();
  private applied = 0;
  private running = 0;

  constructor(private readonly context: () => FlowContext) {}

  /** Undefined for a function that is being walked: recursion adds nothing that one round does not show. */
  of(form: FunctionForm): Summary | undefined {
    const known = this.known.get(form);
    if (known) return known === 'running' ? undefined : known;
    if (this.running >= MAX_CALL_DEPTH) return undefined;
    this.known.set(form, 'running');
    this.running++;
    const summary = this.compute(form);
    this.running--;
    this.known.set(form, summary);
    return summary;
  }

  parameterSource(form: FunctionForm, index: number): Source {
    let known = this.parameters.get(form);
    if (!known) this.parameters.set(form, (known = []));
    return (known[index] ??= { kind: 'parameter', form, index });
  }

  nextApplication(): number {
    return ++this.applied;
  }

  /** Remembers under which guards a function is called. */
  noteCaller(form: FunctionForm, guards: readonly Guard[]): void {
    const callers = this.callers.get(form);
    if (callers) callers.push(guards);
    else this.callers.set(form, [guards]);
  }

  callersOf(form: FunctionForm): readonly (readonly Guard[])[] {
    return this.callers.get(form) ?? [];
  }

  finished(): Summary[] {
    return [...this.known.values()].filter((summary) => summary !== 'running');
  }

  private compute(form: FunctionForm): Summary {
    const walk = new Walk(this.context(), form);
    const { result, held } = walk.run();
    for (const each of walk.walked) this.walked.add(each);
    const stores = new Map<number, Sources>();
    form.parameters.forEach((_, index) => {
      const term = walk.terms.parameter(form, index);
      if (walk.state.changed.has(term)) stores.set(index, walk.state.taken.get(term) ?? NO_SOURCES);
    });
    const changesResult = isChangedInPlace(walk.state, result.term);
    const { accesses, exits, locks, told } = walk;
    const waitsForOthers = walk.foreignWaits > 0;
    return { form, accesses, exits, locks, told, result, changesResult, held, stores, waitsForOthers };
  }
}
