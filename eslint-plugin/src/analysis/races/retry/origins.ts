/**
 * Where a value comes from, seen from the retried part: from a read that each round makes anew, or from one
 * that was made before the first round. Follows definitions backwards; of a variable that rounds set again,
 * what they set counts.
 */
import {
  FRESHENING_METHODS,
  IDENTITY_NAME,
  isReadName,
  isRequestRead,
  isWriteName,
  NEW_EACH_TIME,
} from '../../../stores/conditional-writes.js';
import type {
  CallInstruction,
  FunctionForm,
  Instruction,
  LoadInstruction,
  ObjectInstruction,
  SetInstruction,
  Temp,
  Variable,
} from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import { collectReturns } from '../../resources/code/returns.js';
import { isWithin, type ProgramIndex } from '../../resources/code/program-index.js';
import { givesByCallback, readsAtOnce } from './reads.js';

/** A read of something that others share: what an awaited call gave. */
export interface FoundRead {
  readonly call: CallInstruction;
  /** Where the program waits for it. */
  readonly at: SourceRange;
}

export interface Origins {
  /** Reads made before the first round. */
  readonly stale: readonly FoundRead[];
  /** Reads that each round makes. */
  readonly fresh: readonly FoundRead[];
  /** It differs from round to round: made anew, or counted. */
  readonly renewed: boolean;
  /** Whatever callers pass. */
  readonly parameters: boolean;
}

const MAX_DEPTH = 60;
/** So many values are looked at for one question; behind that nothing is claimed. */
const MAX_STEPS = 1500;

/** What is left of the values that may be looked at, for a question and all that it raises. */
interface Budget {
  left: number;
}

export function originsOf(
  temps: readonly Temp[],
  ranges: readonly SourceRange[],
  index: ProgramIndex,
): Origins {
  const budget = { left: MAX_STEPS };
  const tracer = new Tracer(ranges, index, budget);
  for (const temp of temps) tracer.trace(temp, 0);
  if (budget.left <= 0) return { stale: [], fresh: [], renewed: true, parameters: true };
  return {
    stale: [...tracer.stale.values()],
    fresh: [...tracer.fresh.values()],
    renewed: tracer.renewed,
    parameters: tracer.parameters,
  };
}

class Tracer {
  readonly stale = new Map<CallInstruction, FoundRead>();
  readonly fresh = new Map<CallInstruction, FoundRead>();
  renewed = false;
  parameters = false;
  /** The values met, and whether a fresh read stands behind them. */
  private readonly seen = new Map<Temp | string, boolean>();
  /** How often a fresh read was met. */
  private hits = 0;
  private readonly entered = new Set<FunctionForm>();

  constructor(
    private readonly ranges: readonly SourceRange[],
    private readonly index: ProgramIndex,
    private readonly budget: Budget,
    /** Variables of which it is being asked whether they are brought up to date. */
    private readonly asked: ReadonlySet<Variable> = new Set(),
  ) {}

  /** @param member Of an object, only what it holds under this name. */
  trace(temp: Temp, depth: number, member?: string): void {
    const asked = member === undefined ? temp : `${temp}.${member}`;
    const known = this.seen.get(asked);
    if (known) this.hits++;
    if (known !== undefined || depth > MAX_DEPTH || this.budget.left-- <= 0) return;
    this.seen.set(asked, false);
    const before = this.hits;
    this.follow(temp, depth, member);
    this.seen.set(asked, this.hits > before);
  }

  private follow(temp: Temp, depth: number, member: string | undefined): void {
    const { program } = this.index;
    const definition = program.definitions[temp];
    if (!definition) return;
    const inner = (each: Temp): void => {
      this.trace(each, depth + 1);
    };
    switch (definition.op) {
      case 'literal':
        this.traceParameter(temp, depth, member);
        return;
      case 'load':
        this.traceVariable(definition, depth, member);
        return;
      case 'get':
        this.traceMember(definition, depth);
        return;
      case 'suspend':
        this.traceAwaited(definition.from, definition.at, depth);
        return;
      case 'call':
        this.traceCall(definition, depth, undefined, member);
        return;
      case 'compute': {
        const isSame = /^(?:as|default|rest)$/u.test(definition.operator);
        for (const operand of definition.operands)
          this.trace(operand, depth + 1, isSame ? member : undefined);
        return;
      }
      case 'object':
        this.traceEntries(definition, depth, member);
        return;
      case 'array':
        for (const element of definition.elements) inner(element.value);
        return;
      case 'branch':
        inner(definition.test);
        for (const arm of definition.arms)
          if (arm.value !== undefined) this.trace(arm.value, depth + 1, member);
        return;
      case 'closure':
        for (const value of collectReturns(definition.form.body)) inner(value);
        return;
      default:
    }
  }

  private traceEntries({ entries }: ObjectInstruction, depth: number, member: string | undefined): void {
    for (const entry of [...entries].reverse()) {
      const name = entry.kind === 'property' && 'name' in entry.property ? entry.property.name : undefined;
      if (entry.kind === 'spread') this.trace(entry.value, depth + 1, member);
      else if (member === undefined || name === undefined || name === member)
        this.trace(entry.value, depth + 1);
      // What stands behind it counts: `{ ...doc, version }`.
      if (member !== undefined && name === member) return;
    }
  }

  private noteFresh(found: FoundRead): void {
    this.hits++;
    this.fresh.set(found.call, found);
  }

  private isInside(instruction: Instruction): boolean {
    return this.ranges.some((range) => isWithin(instruction.at, range));
  }

  private traceVariable(load: LoadInstruction, depth: number, member: string | undefined): void {
    const { variable } = load;
    const stores = this.index.storesOf(variable);
    // What was made before the first round has nothing of what the rounds set.
    const inside = this.isInside(load) ? stores.filter(({ instruction }) => this.isInside(instruction)) : [];
    const before = this.hits;
    for (const { instruction: store } of inside) {
      if (!store.declares && stores.length > 1 && isCounter(store.from, variable, this.index))
        this.renewed = true;
      this.trace(store.from, depth + 1, member);
    }
    // What is stored into it, or taken over whole from a fresh one.
    for (const set of this.index.setsOn(variable))
      if (this.mayHold(set, member)) this.trace(set.from, depth + 1);
    if (this.isInside(load) && this.isFreshened(variable)) return;
    if (this.hits > before && inside.length > 0) return;
    for (const { instruction: store } of stores)
      if (!this.isInside(store)) this.trace(store.from, depth + 1, member);
  }

  /** `doc.title = …` changes nothing of `doc.version`. */
  private mayHold({ object, property }: SetInstruction, member: string | undefined): boolean {
    if (member === undefined || !('name' in property) || property.name === member) return true;
    return this.index.program.definitions[object]?.op !== 'load';
  }

  /** `await doc.reload()`, `Object.assign(doc, await load())`, within the round. */
  private isFreshened(variable: Variable): boolean {
    if (this.asked.has(variable)) return false;
    for (const call of this.index.refreshing) {
      if (!this.isInside(call)) continue;
      const takesIt = call.arguments.some(({ value }) => this.index.variableOf(value) === variable);
      const ofIt = call.callee.kind === 'member' && this.index.variableOf(call.callee.object) === variable;
      const freshens = FRESHENING_METHODS.test(this.index.calledName(call) ?? '');
      if (!(freshens ? takesIt || ofIt : takesIt && this.takesFresh(call, variable))) continue;
      this.noteFresh({ call, at: call.at });
      return true;
    }
    return false;
  }

  private takesFresh(call: CallInstruction, variable: Variable): boolean {
    const tracer = new Tracer(this.ranges, this.index, this.budget, new Set([...this.asked, variable]));
    for (const { value } of call.arguments.slice(1)) tracer.trace(value, 0);
    return tracer.fresh.size > 0;
  }

  private traceMember(definition: Extract<Instruction, { op: 'get' }>, depth: number): void {
    const { object, property } = definition;
    const variable = this.index.variableOf(object);
    const sets = (variable ? this.index.setsOn(variable) : undefined)?.filter(
      (set) =>
        'name' in set.property &&
        'name' in property &&
        set.property.name === property.name &&
        this.isInside(set),
    );
    if (sets && sets.length > 0) {
      const before = this.hits;
      for (const set of sets) this.trace(set.from, depth + 1);
      if (this.hits > before) return;
    }
    if (!('name' in property)) this.trace(property.computed, depth + 1);
    // Who it is does not change.
    else if (IDENTITY_NAME.test(property.name)) return;
    if (this.index.program.definitions[object]?.op === 'this') {
      this.traceField(definition, depth);
      return;
    }
    this.trace(object, depth + 1, 'name' in property ? property.name : undefined);
  }

  /** `this.version`, where a round sets it. */
  private traceField(definition: Extract<Instruction, { op: 'get' }>, depth: number): void {
    const owner = this.index.receivers.objects.classOf(this.index.termOf(definition.object));
    if (!owner || !('name' in definition.property)) return;
    for (const write of owner.fieldWrites.get(definition.property.name) ?? []) {
      const made = this.index.program.definitions[write];
      if (made && this.isInside(made)) this.trace(write, depth + 1);
    }
  }

  private traceAwaited(from: Temp, at: SourceRange, depth: number): void {
    const definition = this.index.program.definitions[from];
    if (definition?.op === 'call') {
      this.traceAwaitedCall(definition, at, depth);
      return;
    }
    this.trace(from, depth + 1);
  }

  private traceAwaitedCall(call: CallInstruction, at: SourceRange, depth: number): void {
    const name = this.index.operationName(call);
    if (isBody(name) && call.callee.kind === 'member') {
      // `await response.json()` is what the response was.
      if (isRequestRead(this.index.nameOf(call.callee.object))) this.parameters = true;
      else this.trace(call.callee.object, depth + 1);
      return;
    }
    if (name === 'all' || name === 'race' || name === 'resolve' || isHandler(name)) {
      this.traceCall(call, depth, at);
      return;
    }
    const form = this.index.calleeForm(call);
    if (form && !this.reads(form, 0)) {
      this.traceCall(call, depth);
      return;
    }
    if (isWriteName(name)) return;
    this.noteRead({ call, at });
  }

  private noteRead(found: FoundRead): void {
    if (this.isInside(found.call)) this.noteFresh(found);
    else this.stale.set(found.call, found);
  }

  /** A function of this file that only computes from what it is given reads nothing. */
  private reads(form: FunctionForm, depth: number): boolean {
    if (depth > 4) return false;
    return form.calls.some((call) => {
      const name = this.index.operationName(call);
      const inner = this.index.calleeForm(call);
      if (inner) return inner !== form && this.reads(inner, depth + 1);
      return isReadName(name) || (this.index.program.awaited.has(call.to) && !isWriteName(name));
    });
  }

  private traceCall(call: CallInstruction, depth: number, awaitedAt?: SourceRange, member?: string): void {
    const name = this.index.calledName(call) ?? '';
    if (awaitedAt === undefined && readsAtOnce(call, this.index)) {
      this.noteRead({ call, at: call.at });
      return;
    }
    if (NEW_EACH_TIME.test(name) && this.isInside(call)) this.renewed = true;
    const { callee } = call;
    if (callee.kind === 'member' && isHandler(name))
      this.traceAwaited(callee.object, awaitedAt ?? call.at, depth);
    else if (callee.kind === 'member') this.trace(callee.object, depth + 1);
    for (const { value } of call.arguments) {
      const definition = this.index.program.definitions[value];
      // `Promise.all([a(), b()])` waits for each.
      if (definition?.op === 'array' && awaitedAt)
        for (const element of definition.elements) this.traceAwaited(element.value, awaitedAt, depth + 1);
      else this.trace(value, depth + 1);
    }
    const form = this.index.calleeForm(call);
    if (!form || this.entered.has(form) || this.entered.size > 8) return;
    this.entered.add(form);
    for (const value of this.index.definitions.returnsOf(form)) this.trace(value, depth + 1, member);
    this.entered.delete(form);
  }

  /** A parameter is what the calls in this file pass; of those, what a round passes counts. */
  private traceParameter(temp: Temp, depth: number, member: string | undefined): void {
    const place = this.index.definitions.parameterOf(temp);
    if (!place) return;
    const passed = this.index.callersOf(place.form).flatMap(({ call }) => {
      const argument = call.arguments[place.index];
      return argument ? [{ call, value: argument.value }] : [];
    });
    const given = passed.filter(({ call, value }) => !this.isHandedOn(call, value, place.form));
    const before = this.hits;
    const inside = given.filter(({ call }) => this.isInside(call));
    for (const { value } of inside) this.trace(value, depth + 1, member);
    if (this.hits > before) return;
    for (const each of given) if (!inside.includes(each)) this.trace(each.value, depth + 1, member);
    const handed = this.traceHandedTo(place.form, place.index, depth);
    if (given.length === 0 && !handed) this.parameters = true;
  }

  /** `return save(doc, attempt + 1)`: the same value goes on to the next round. */
  private isHandedOn(call: CallInstruction, value: Temp, form: FunctionForm): boolean {
    const place = this.index.parameterOf(value);
    return place?.form === form && isWithin(call.at, form.at);
  }

  /** `load().then((doc) => …)`: the callback is given what the promise was. */
  private traceHandedTo(form: FunctionForm, position: number, depth: number): boolean {
    let found = false;
    for (const { site } of this.index.usesOf(form)) {
      const { callee } = site.call;
      const name = this.index.calledName(site.call) ?? '';
      if (callee.kind !== 'member') continue;
      if (givesByCallback(name, form, position)) {
        this.noteRead({ call: site.call, at: site.call.at });
        found = true;
        continue;
      }
      if (position !== 0) continue;
      if (name === 'then') this.traceAwaited(callee.object, site.call.at, depth);
      else if (/^(?:map|forEach|flatMap|filter|find|some|every|reduce)$/u.test(name))
        this.trace(callee.object, depth + 1);
      else continue;
      found = true;
    }
    return found;
  }
}

function isBody(name: string): boolean {
  return /^(?:json|text|blob|arrayBuffer|formData|buffer|bytes|transformTo\w+)$/u.test(name);
}

function isHandler(name: string): boolean {
  return name === 'then' || name === 'catch' || name === 'finally';
}

/** `attempt++`, `delay *= 2`. */
function isCounter(temp: Temp, variable: Variable, index: ProgramIndex): boolean {
  const definition = index.program.definitions[temp];
  return (
    definition?.op === 'compute' &&
    /^[-+*]$/u.test(definition.operator) &&
    definition.operands.some((operand) => {
      const loaded = index.program.definitions[operand];
      return loaded?.op === 'load' && loaded.variable === variable;
    })
  );
}
