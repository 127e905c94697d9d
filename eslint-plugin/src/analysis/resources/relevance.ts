/**
 * Which functions are worth a walk: those that, with what they call and hold, write to a store, or write to
 * memory that others share and let others run. The rest is walked only as far as callers ask for it.
 */
import type { StoreModel } from '../../stores/model.js';
import type { CallInstruction, FunctionForm, Program } from '../lower/program.js';
import { WRITING_METHODS, type Sharing } from './sharing.js';

const WRITES_MEMORY = 1;
const SUSPENDS = 2;
const WRITES_STORE = 4;

/** Methods after which a callback runs later. */
const LATER =
  /^(?:then|catch|finally|setTimeout|setInterval|setImmediate|nextTick|queueMicrotask|on|once|addEventListener|subscribe)$/u;

export class Relevance {
  private readonly facts = new Map<FunctionForm, number>();
  private readonly worth = new Map<FunctionForm, boolean>();
  /** Functions that are handed to a call, or called on the spot: they run with the one around them. */
  private readonly runInPlace = new Set<FunctionForm>();

  /** `stores` are those the file may hold; none where its text names none. */
  constructor(
    private readonly program: Program,
    private readonly sharing: Sharing,
    stores: readonly StoreModel[],
  ) {
    const storeMethods = new Set(stores.flatMap(writingMethods));
    for (const form of program.functions) this.facts.set(form, this.ownFacts(form, storeMethods));
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
    return (facts & WRITES_STORE) !== 0 || (facts & both) === both;
  }

  private ownFacts(form: FunctionForm, storeMethods: ReadonlySet<string>): number {
    let facts = form.suspends || takesError(form) ? SUSPENDS : 0;
    for (const variable of form.storesTo) if (variable.owner !== form) facts |= WRITES_MEMORY;
    for (const { object } of form.sets) if (this.sharing.mayBeShared(object)) facts |= WRITES_MEMORY;
    for (const call of form.calls) {
      this.noteRunInPlace(call);
      if (storeMethods.size > 0 && isTakenOff(this.program, call)) facts |= WRITES_STORE;
      const name = calledName(this.program, call);
      if (name === undefined) continue;
      if (LATER.test(name)) facts |= SUSPENDS;
      if (storeMethods.has(name.toLowerCase())) facts |= WRITES_STORE;
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
      for (const name of new Set(form.calls.map((call) => calledName(this.program, call)))) {
        if (name === undefined) continue;
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
      for (const caller of callers.get(form.name) ?? []) add(caller, before | facts);
    }
  }
}

function writingMethods(store: StoreModel): string[] {
  const raw = [...Object.keys(store.raw ?? {}), ...Object.keys(store.derived ?? {})];
  const writing = Object.entries(store.methods).flatMap(([name, method]) =>
    method.operation === 'write' || method.adds ? [name.split('.').at(-1) ?? name] : [],
  );
  return [...raw, ...writing].map((name) => name.toLowerCase());
}

function calledName(program: Program, { callee }: CallInstruction): string | undefined {
  if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : undefined;
  const definition = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  if (definition?.op === 'closure') return definition.form.name;
  if (definition?.op !== 'load') return undefined;
  const { imported, name } = definition.variable;
  return imported && imported.name !== 'default' && imported.name !== '*' ? imported.name : name;
}

function takesError(form: FunctionForm): boolean {
  return /^_?(?:e|err|error)$/u.test(form.parameterForms[0]?.name ?? '');
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
