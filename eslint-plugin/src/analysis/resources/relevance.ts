/**
 * Which functions are worth a walk: those that, with what they call and hold, write to a store, or write to
 * memory that others share and let others run. The rest is walked only as far as callers ask for it.
 */
import { familyOf, type MethodModel, type StoreModel } from '../../stores/model.js';
import { PATH_TAKERS } from '../../stores/path-takers.js';
import { ROW_WRITES } from '../../stores/rows.js';
import type { CallInstruction, FunctionForm, Program } from '../lower/program.js';
import { calledName } from './code/names.js';
import { WRITING_METHODS, type Sharing } from './sharing.js';

const WRITES_MEMORY = 1;
const SUSPENDS = 2;
const WRITES_STORE = 4;
const WRITES_ROW = 8;
const RUNS_TOGETHER = 16;

/** Methods after which a callback runs later. */
const LATER =
  /^(?:then|catch|finally|setTimeout|setInterval|setImmediate|nextTick|queueMicrotask|on|once|addEventListener|subscribe)$/u;

/** Methods that take a lock or let go of one. */
const LOCKS =
  /^(?:del|unlink|eval|evalsha|setnx|acquire\w*|try(?:Acquire|Lock)\w*|lock|lockSync|\w+Lock|query|\$?(?:query|execute)Raw\w*|raw|execute)$/iu;

/** With the twin that `promisifyAll` gives it: `setAsync`. */
function isStoreMethod(name: string, methods: ReadonlySet<string>): boolean {
  const lower = name.toLowerCase();
  return methods.has(lower) || (lower.endsWith('async') && methods.has(lower.slice(0, -'async'.length)));
}

/** Calls that run several things at once. */
const TOGETHER =
  /^(?:all|allSettled|race|any|map|forEach|flatMap|pMap|mapLimit|eachLimit|parallel|parallelLimit|mapAsync|asyncMap)$/u;

export class Relevance {
  private readonly facts = new Map<FunctionForm, number>();
  private readonly worth = new Map<FunctionForm, boolean>();
  /** Functions that are handed to a call, or called on the spot: they run with the one around them. */
  private readonly runInPlace = new Set<FunctionForm>();
  /** The file speaks of files: what else writes one counts, too. */
  private readonly hasFiles: boolean;

  /** `locks`: the file speaks of locks. `stores` are those the file may hold; none where its text names none. */
  constructor(
    private readonly program: Program,
    private readonly sharing: Sharing,
    stores: readonly StoreModel[],
    private readonly locks = false,
  ) {
    this.hasFiles = stores.some((store) => familyOf(store) === 'files');
    const storeMethods = new Set(stores.flatMap(writingMethods));
    const functions = new Set(stores.filter(isWritingFunction).flatMap((store) => store.packages));
    for (const form of program.functions) this.facts.set(form, this.ownFacts(form, storeMethods, functions));
    this.spread();
  }

  /** True for a function that is worth a walk, or that holds one which only makes sense inside of it. */
  isWorthWalking(form: FunctionForm): boolean {
    let known = this.worth.get(form);
    if (known === undefined) {
      known =
        this.isNeeded(form) ||
        form.nested.some((inner) => inner.capturesLocals && this.isWorthWalking(inner));
      this.worth.set(form, known);
    }
    return known;
  }

  private isNeeded(form: FunctionForm): boolean {
    const facts = this.facts.get(form) ?? 0;
    const both = WRITES_MEMORY | SUSPENDS;
    const rows = WRITES_ROW | RUNS_TOGETHER;
    return (facts & WRITES_STORE) !== 0 || (facts & both) === both || (facts & rows) === rows;
  }

  private ownFacts(
    form: FunctionForm,
    storeMethods: ReadonlySet<string>,
    functions: ReadonlySet<string>,
  ): number {
    let facts = form.suspends || takesError(form) ? SUSPENDS : 0;
    for (const variable of form.storesTo) if (variable.owner !== form) facts |= WRITES_MEMORY;
    for (const { object } of form.sets) if (this.sharing.mayBeShared(object)) facts |= WRITES_MEMORY;
    for (const call of form.calls) {
      this.noteRunInPlace(call);
      if (storeMethods.size > 0 && isTakenOff(this.program, call)) facts |= WRITES_STORE;
      if (functions.size > 0 && functions.has(calledModule(this.program, call) ?? '')) facts |= WRITES_STORE;
      const name = calledName(this.program, call);
      if (name === undefined) continue;
      if (this.locks && LOCKS.test(name)) facts |= WRITES_STORE;
      if (LATER.test(name)) facts |= SUSPENDS;
      if (TOGETHER.test(name) || isChainLeft(this.program, call, name)) facts |= RUNS_TOGETHER;
      if (ROW_WRITES.has(name)) facts |= WRITES_ROW | this.isLeftAlone(form, call);
      if (isStoreMethod(name, storeMethods) || (this.hasFiles && PATH_TAKERS.has(name)))
        facts |= WRITES_STORE;
      if (
        call.callee.kind === 'member' &&
        WRITING_METHODS.has(name) &&
        this.sharing.mayBeShared(call.callee.object)
      )
        facts |= WRITES_MEMORY;
      const [target] = call.arguments;
      if (name === 'assign' && target && this.sharing.mayBeShared(target.value)) facts |= WRITES_MEMORY;
    }
    return facts;
  }

  /** A call that nobody waits for runs together with what follows it. */
  private isLeftAlone(form: FunctionForm, call: CallInstruction): number {
    return form.suspends && !this.program.awaited.has(call.to) ? RUNS_TOGETHER : 0;
  }

  private noteRunInPlace({ callee, arguments: args }: CallInstruction): void {
    const { definitions } = this.program;
    for (const { value } of args) {
      const definition = definitions[value];
      if (definition?.op === 'closure') this.runInPlace.add(definition.form);
    }
    const called = callee.kind === 'value' ? definitions[callee.value] : undefined;
    if (called?.op === 'closure') this.runInPlace.add(called.form);
  }

  /** A function has the facts of those it runs in place, and of those it calls by name. */
  private spread(): void {
    const callers = new Map<string, FunctionForm[]>();
    for (const form of this.program.functions) {
      for (const name of new Set(form.calls.flatMap((call) => namesIn(this.program, call)))) {
        const known = callers.get(name);
        if (known) known.push(form);
        else callers.set(name, [form]);
      }
    }
    const queue = [...this.program.functions].reverse();
    const named = new Map<string, number>();
    const add = (form: FunctionForm, facts: number): void => {
      const before = this.facts.get(form) ?? 0;
      if ((before | facts) === before) return;
      this.facts.set(form, before | facts);
      queue.push(form);
    };
    // Each function, and each name, comes again only with a new fact: the work is linear in the calls.
    for (const form of queue) {
      const facts = this.facts.get(form) ?? 0;
      if (form.parent && this.runInPlace.has(form)) add(form.parent, facts);
      const before = form.name === undefined ? facts : (named.get(form.name) ?? 0);
      if (form.name === undefined || (before | facts) === before) continue;
      named.set(form.name, before | facts);
      // What a function runs together is its own business.
      for (const caller of callers.get(form.name) ?? []) add(caller, (before | facts) & ~RUNS_TOGETHER);
    }
  }
}

function writingMethods(store: StoreModel): string[] {
  const raw = [...Object.keys(store.raw ?? {}), ...Object.keys(store.derived ?? {})];
  const writing = Object.entries(store.methods).flatMap(([name, method]) =>
    writes(method) ? [name.split('.').at(-1) ?? name] : [],
  );
  return [...raw, ...writing].map((name) => name.toLowerCase());
}

/** Also what deletes, takes or counts: a check can decide about it. */
function writes({ operation, variants = [] }: MethodModel): boolean {
  if (operation !== 'read' && operation !== 'check') return true;
  return variants.some((variant) => variant.operation === 'write');
}

/** A module that is itself one function, which writes: `write-file-atomic`. */
function isWritingFunction({ methods }: StoreModel): boolean {
  return methods['default']?.operation === 'write' || methods['default']?.operation === 'delete';
}

/** The module that a call calls as a whole: `import write from 'x'; write()`, `const write = require('x')`. */
function calledModule(program: Program, { callee }: CallInstruction): string | undefined {
  const called = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  if (called?.op !== 'load') return undefined;
  const { imported, writes } = called.variable;
  if (imported) return imported.name === 'default' || imported.name === '*' ? imported.source : undefined;
  const [made] = writes.length === 1 ? writes : [];
  const definition = made === undefined ? undefined : program.definitions[made];
  if (definition?.op !== 'call' || calledName(program, definition) !== 'require') return undefined;
  const [source] = definition.arguments;
  const text = source && program.definitions[source.value];
  return text?.op === 'literal' && typeof text.value === 'string' ? text.value : undefined;
}

/** The function that is called, and those that are handed to it: `mutex.runExclusive(grow)`. */
function namesIn(program: Program, call: CallInstruction): readonly string[] {
  const handed = call.arguments.flatMap(({ value }) => {
    const definition = program.definitions[value];
    if (definition?.op !== 'load') return [];
    const isFunction = definition.variable.writes.some(
      (write) => program.definitions[write]?.op === 'closure',
    );
    return isFunction ? [definition.variable.name] : [];
  });
  const name = calledName(program, call);
  return name === undefined ? handed : [name, ...handed];
}

function takesError(form: FunctionForm): boolean {
  return /^_?(?:e|err|error)$/u.test(form.parameterForms[0]?.name ?? '');
}

/** `work().then(…)` that nobody waits for runs together with what follows it, and with its own next round. */
function isChainLeft(program: Program, call: CallInstruction, name: string): boolean {
  return /^(?:then|catch|finally)$/u.test(name) && !program.awaited.has(call.to);
}

/** A method that was taken off its object: `const set = promisify(client.set).bind(client)`. */
function isTakenOff(program: Program, { callee }: CallInstruction): boolean {
  const called = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  if (called?.op !== 'load') return false;
  return called.variable.writes.some((write) => {
    const made = program.definitions[write];
    return (
      made?.op === 'get' ||
      (made?.op === 'call' && /^(?:bind|promisify)$/u.test(calledName(program, made) ?? ''))
    );
  });
}
