/**
 * Walks one function in the order in which it runs. Branches join by union, loops go round twice,
 * callbacks are walked where they run.
 */
import type {
  Block,
  BranchInstruction,
  ExitInstruction,
  FunctionForm,
  LoopInstruction,
  Property,
  Temp,
  TryInstruction,
  ValueInstruction,
  Variable,
} from '../lower/program.js';
import { callTerm, castTerm, computeTerm, type Definitions } from '../resources/definitions.js';
import type { Receivers } from '../resources/receivers.js';
import type { Term, TermTable } from '../resources/terms.js';
import type { Summaries } from '../summaries/summary.js';
import { evaluateCall } from './calls.js';
import type { Guard } from './guards.js';
import type { Outcomes } from './outcomes.js';
import { factsOf } from './refine.js';
import { join, joinValues, State } from './state.js';
import { NO_SOURCES, narrow, union, valueOf, type FlowAccess, type Sources, type Value } from './value.js';

/** What one analysis run shares between its walks. */
export interface FlowContext {
  readonly definitions: Definitions;
  readonly terms: TermTable;
  readonly receivers: Receivers;
  readonly summaries: Summaries;
  readonly outcomes: Outcomes;
  /** Which computation made a term, for those who rewrite it. */
  readonly computations: Map<Term, readonly Temp[]>;
  readonly isLock: (callee: Term, name: string | undefined) => boolean;
  /** Throws where the analysis was cancelled. */
  readonly checkCancelled: () => void;
}

/** One function being walked inside a walk: the function itself, or a callback that runs in it. */
interface Frame {
  readonly form: FunctionForm;
  readonly exits: State[];
  readonly results: Value[];
}

/** Loops nested deeper than this go round once. */
const MAX_LOOP_DEPTH = 3;
/** Callbacks nested deeper than this are walked by themselves. */
const MAX_INLINE_DEPTH = 24;

export class Walk {
  readonly accesses: FlowAccess[] = [];
  readonly values = new Map<Temp, Value>();
  readonly walked = new Set<FunctionForm>();
  /** Objects constructed by the execution that is being walked: nobody else holds them. */
  readonly made = new Set<Term>();
  state: State = State.start();
  private readonly frames: Frame[] = [];
  private readonly jumps = new Map<string, State[]>();
  private readonly handlers: State[][] = [];
  /** Functions made in this walk that may run later. */
  private readonly pending: FunctionForm[] = [];
  private loopDepth = 0;

  constructor(
    readonly context: FlowContext,
    readonly root: FunctionForm,
  ) {}

  get terms(): TermTable {
    return this.context.terms;
  }

  get form(): FunctionForm {
    return this.frames.at(-1)?.form ?? this.root;
  }

  /** Walks the root function with symbolic parameters, then what it made and nobody ran. */
  run(): { readonly result: Value; readonly held: readonly Guard[] } {
    const args = this.root.parameters.map((_, index) => this.parameterValue(this.root, index));
    const result = this.enter(this.root, args);
    const held = this.state.guards;
    const end = this.state;
    for (let form = this.pending.shift(); form; form = this.pending.shift()) {
      if (!this.walked.has(form)) this.runLater(form, end);
    }
    this.state = end;
    return { result, held };
  }

  /** A function that outlives the walk: an execution of its own, with what the captured variables hold in the end. */
  private runLater(form: FunctionForm, end: State): void {
    this.state = end.clone();
    this.state.guards = [];
    this.state.control = NO_SOURCES;
    this.made.clear();
    this.enter(
      form,
      form.parameters.map((_, index) => this.parameterValue(form, index)),
    );
  }

  private parameterValue(form: FunctionForm, index: number): Value {
    return valueOf(
      this.terms.parameter(form, index),
      new Set([this.context.summaries.parameterSource(form, index)]),
    );
  }

  /** Walks a function's body here and now, with these arguments; gives what it returns. */
  enter(form: FunctionForm, args: readonly Value[]): Value {
    this.context.checkCancelled();
    this.walked.add(form);
    const frame: Frame = { form, exits: [], results: [] };
    this.frames.push(frame);
    form.parameters.forEach((temp, index) => {
      const rest = form.parameterForms[index]?.rest ?? false;
      this.values.set(
        temp,
        rest
          ? this.restOf(temp, args.slice(index))
          : (args[index] ?? valueOf(this.terms.constant(undefined))),
      );
    });
    const control = this.state.control;
    const end = this.block(form.body, this.state);
    this.frames.pop();
    let after = end;
    for (const exit of frame.exits) after = join(this.terms, form.at.start, after, exit);
    if (after) this.state = after;
    this.state.control = control;
    const [first, ...others] = frame.results;
    if (!first) return valueOf(this.terms.constant(undefined));
    return others.reduce((joined, value) => joinValues(this.terms, form.at.start, joined, value), first);
  }

  canInline(form: FunctionForm): boolean {
    return this.frames.length < MAX_INLINE_DEPTH && !this.frames.some((frame) => frame.form === form);
  }

  private restOf(temp: Temp, args: readonly Value[]): Value {
    const parts = new Map(args.map((value, index) => [String(index), value]));
    return valueOf(this.terms.made(temp), NO_SOURCES, parts);
  }

  /** Walks a block; gives the state behind it, or null where nothing gets there. */
  block(block: Block, start: State): State | null {
    let state: State | null = start;
    for (const instruction of block) {
      this.state = state;
      switch (instruction.op) {
        case 'store':
          state.variables.set(
            instruction.variable,
            this.stored(instruction.variable, this.read(instruction.from)),
          );
          break;
        case 'set':
          this.setMember(instruction.object, instruction.property, this.read(instruction.from));
          break;
        case 'exit':
          this.exit(instruction, state);
          state = null;
          break;
        case 'loop':
          state = this.loop(instruction, state);
          break;
        case 'region':
          state = join(
            this.terms,
            instruction.at.start,
            this.block(instruction.body, state),
            this.landed('break', instruction.target),
          );
          break;
        case 'try':
          state = this.attempt(instruction, state);
          break;
        case 'branch':
          state = this.branch(instruction, state);
          break;
        default:
          this.values.set(instruction.to, this.evaluate(instruction));
          ({ state } = this);
      }
      if (!state) return null;
    }
    return state;
  }

  /** A value kept in a variable of a store's type is that store, whatever gave it. */
  private stored(variable: Variable, value: Value): Value {
    if (!variable.annotation) return value;
    const term = castTerm(this.terms, value.term, variable.annotation);
    return term !== value.term && this.context.receivers.recognise(term) ? { ...value, term } : value;
  }

  /** The value of a temp at this point, with what its object has taken in since it was made. */
  read(temp: Temp): Value {
    const value = this.values.get(temp);
    if (!value) return valueOf(this.context.definitions.termOf(temp));
    return this.refresh(value);
  }

  refresh(value: Value): Value {
    if (this.state.empty.has(value.term)) return valueOf(value.term);
    const taken = this.state.taken.get(value.term);
    return taken ? { ...value, sources: union(value.sources, taken) } : value;
  }

  private evaluate(instruction: Exclude<ValueInstruction, { op: 'branch' }>): Value {
    const { terms } = this;
    switch (instruction.op) {
      case 'literal':
        return this.values.get(instruction.to) ?? valueOf(this.context.definitions.termOf(instruction.to));
      case 'load':
        return this.loadVariable(instruction.variable);
      case 'this':
        return valueOf(this.context.definitions.termOf(instruction.to));
      case 'get':
        return this.getMember(this.read(instruction.object), instruction.property);
      case 'suspend': {
        const value = this.read(instruction.from);
        this.suspend(instruction);
        return this.refresh(value);
      }
      case 'call':
        return evaluateCall(this, instruction);
      case 'compute': {
        const operands = instruction.operands.map((operand) => this.read(operand));
        const [first] = operands;
        const { operator } = instruction;
        if (operator === 'as' && first)
          return { ...first, term: castTerm(terms, first.term, instruction.annotation) };
        const sources = union(...operands.map((operand) => this.wholeSources(operand)));
        if (first && (operator === '!' || isComparison(operator)))
          this.context.outcomes.noteChecked(operands);
        if (
          operator === 'element' ||
          operator === 'key' ||
          operator === 'caught' ||
          operator === 'rest' ||
          operator === 'unknown'
        ) {
          return valueOf(terms.made(instruction.to), sources);
        }
        const made = operands.map((operand) => operand.term);
        const term =
          operator === 'default' && first
            ? terms.either(made, instruction.to)
            : computeTerm(terms, operator, made);
        if (term.kind === 'compute') this.context.computations.set(term, instruction.operands);
        return valueOf(term, sources);
      }
      case 'object':
        return this.makeObject(instruction);
      case 'array':
        return this.makeArray(instruction);
      case 'closure':
        // One that captures no locals is walked by itself.
        if (instruction.form.capturesLocals) this.pending.push(instruction.form);
        return valueOf(terms.closure(instruction.form));
      case 'class':
        return valueOf(terms.class(instruction.form));
    }
  }

  /** All that a value carries, its parts and what they have taken in included. */
  wholeSources(value: Value): Sources {
    if (!value.parts) return value.sources;
    return union(
      value.sources,
      ...[...value.parts.values()].map((part) => this.wholeSources(this.refresh(part))),
    );
  }

  private loadVariable(variable: Variable): Value {
    const value = this.state.variables.get(variable);
    if (value) return this.refresh(value);
    const term = this.context.definitions.termOfVariable(variable);
    return this.refresh(valueOf(term));
  }

  getMember(object: Value, property: Property): Value {
    const { state } = this;
    if (!('name' in property)) {
      const key = this.read(property.computed);
      const term = this.terms.index(object.term, key.term);
      return this.refresh(state.members.get(term) ?? valueOf(term, object.sources));
    }
    const { name } = property;
    const term = this.context.definitions.memberOf(object.term, name);
    const stored = state.members.get(term);
    if (stored) return this.refresh(stored);
    const part = object.parts?.get(name);
    if (part) return this.refresh(part);
    if (object.parts && object.sources.size === 0 && !state.isChanged(object.term)) return valueOf(term);
    return this.refresh(valueOf(term, narrow(object.sources, name)));
  }

  setMember(objectTemp: Temp, property: Property, value: Value): void {
    const object = this.read(objectTemp);
    const term =
      'name' in property
        ? this.terms.member(object.term, property.name)
        : this.terms.index(object.term, this.read(property.computed).term);
    this.state.members.set(term, value);
    this.state.take(object.term, this.wholeSources(value));
  }

  private makeArray(instruction: Extract<ValueInstruction, { op: 'array' }>): Value {
    const elements: Value[] = [];
    let known = true;
    for (const element of instruction.elements) {
      const value = this.read(element.value);
      if (element.spread && value.parts && value.sources.size === 0) elements.push(...value.parts.values());
      else {
        known &&= !element.spread;
        elements.push(value);
      }
    }
    const sources = union(...elements.map((element) => this.wholeSources(element)));
    const parts = known ? new Map(elements.map((element, index) => [String(index), element])) : undefined;
    return valueOf(this.terms.made(instruction.to), sources, parts);
  }

  private makeObject(instruction: Extract<ValueInstruction, { op: 'object' }>): Value {
    const parts = new Map<string, Value>();
    const computed: { key: Term; value: Value }[] = [];
    let sources: Sources = NO_SOURCES;
    let exact = true;
    for (const entry of instruction.entries) {
      const value = this.read(entry.value);
      if (entry.kind === 'property' && 'name' in entry.property) {
        parts.set(entry.property.name, value);
        continue;
      }
      if (entry.kind === 'property' && 'computed' in entry.property) {
        computed.push({ key: this.read(entry.property.computed).term, value });
        sources = union(sources, this.wholeSources(value));
        continue;
      }
      exact &&= entry.kind === 'spread' && value.parts !== undefined && value.sources.size === 0;
      sources = union(sources, this.wholeSources(value));
      if (entry.kind === 'spread') for (const [name, part] of value.parts ?? []) parts.set(name, part);
    }
    // With a spread of something unknown, the named parts are still known; the rest is in `sources`.
    const own = exact && computed.length === 0 ? NO_SOURCES : sources;
    const value = valueOf(this.terms.made(instruction.to), own, parts);
    return computed.length > 0 ? { ...value, computed } : value;
  }

  suspend(at: Extract<ValueInstruction, { op: 'suspend' | 'call' }>): void {
    const { suspensions } = this.state;
    this.state.suspensions = { at, before: suspensions, count: (suspensions?.count ?? 0) + 1 };
  }

  private branch(instruction: BranchInstruction, start: State): State | null {
    const test = this.read(instruction.test);
    const testSources = this.wholeSources(test);
    this.context.outcomes.noteChecked([test]);
    const outer = start.control;
    const ends: (State | null)[] = [];
    let value: Value | undefined;
    instruction.arms.forEach((arm, index) => {
      const state = start.clone();
      state.control = union(outer, testSources);
      if (instruction.on !== 'switch') {
        for (const term of factsOf(this, instruction.test, instruction.on, index === 0))
          state.empty.add(term);
      }
      this.state = state;
      const end = this.block(arm.body, state);
      if (end) {
        this.state = end;
        if (arm.value !== undefined) {
          const own = this.read(arm.value);
          value = value ? joinValues(this.terms, instruction.to, value, own, testSources) : own;
        }
      }
      ends.push(end);
    });
    let after: State | null = null;
    for (const end of ends) after = join(this.terms, instruction.at.start, after, end, testSources);
    if (!after) return null;
    // Where an arm left, what follows happens only because of the test.
    after.control = ends.every(Boolean) ? outer : union(outer, testSources);
    this.state = after;
    this.values.set(instruction.to, value ?? valueOf(this.terms.constant(undefined)));
    return after;
  }

  private loop(instruction: LoopInstruction, start: State): State | null {
    const { target } = instruction;
    const rounds = this.loopDepth < MAX_LOOP_DEPTH ? 2 : 1;
    this.loopDepth++;
    let entry: State | null = start;
    let exit: State | null = null;
    for (let round = 0; round < rounds && entry; round++) {
      const ready: State | null = instruction.bodyFirst
        ? entry.clone()
        : this.tested(instruction, entry.clone());
      if (!ready) break;
      if (!instruction.bodyFirst)
        exit = join(this.terms, instruction.at.start, exit, this.refined(instruction, ready, false));
      const body: State = instruction.bodyFirst ? ready : this.refined(instruction, ready, true);
      let end: State | null = this.block(instruction.body, body);
      end = join(this.terms, instruction.at.start, end, this.landed('continue', target));
      if (end) end = this.block(instruction.update, end);
      if (end && instruction.bodyFirst) {
        end = this.tested(instruction, end);
        if (end) exit = join(this.terms, instruction.at.start, exit, this.refined(instruction, end, false));
      }
      entry = join(this.terms, instruction.at.start, start, end);
    }
    this.loopDepth--;
    const endless = instruction.test === undefined && instruction.header.length === 0;
    const left = join(this.terms, instruction.at.start, endless ? null : exit, this.landed('break', target));
    if (left) left.control = union(start.control, left.control);
    return left;
  }

  private tested(instruction: LoopInstruction, state: State): State | null {
    const end = this.block(instruction.header, state);
    if (end && instruction.test !== undefined) {
      this.state = end;
      this.context.outcomes.noteChecked([this.read(instruction.test)]);
    }
    return end;
  }

  private refined(instruction: LoopInstruction, state: State, holds: boolean): State {
    const refined = state.clone();
    if (instruction.test === undefined) return refined;
    this.state = refined;
    for (const term of factsOf(this, instruction.test, 'truthy', holds)) refined.empty.add(term);
    return refined;
  }

  private attempt(instruction: TryInstruction, start: State): State | null {
    const thrown: State[] = [];
    const frame = this.frames.at(-1);
    const exitsBefore = frame?.exits.length ?? 0;
    const { at } = instruction;
    if (instruction.handler) this.handlers.push(thrown);
    let after = this.block(instruction.body, start.clone());
    if (instruction.handler) {
      this.handlers.pop();
      let entry: State | null = join(this.terms, at.start, start.clone(), after);
      for (const state of thrown) entry = join(this.terms, at.start, entry, state);
      const handled = entry && this.block(instruction.handler, entry);
      after = join(this.terms, at.start, after, handled);
    }
    if (!instruction.finalizer) return after;
    if (after) return this.block(instruction.finalizer, after);
    let leaving: State | null = null;
    for (const state of frame?.exits.slice(exitsBefore) ?? [])
      leaving = join(this.terms, at.start, leaving, state);
    const left = this.block(instruction.finalizer, (leaving ?? start).clone());
    // What returns from inside has passed the finalizer too: a lock released there is not held behind.
    if (left && frame) frame.exits.splice(exitsBefore, frame.exits.length, left);
    return null;
  }

  private exit(instruction: ExitInstruction, state: State): void {
    const frame = this.frames.at(-1);
    const value = instruction.from === undefined ? undefined : this.read(instruction.from);
    if (value) this.context.outcomes.noteChecked([value]);
    if (instruction.how === 'return') {
      frame?.exits.push(state);
      if (value) frame?.results.push({ ...value, sources: this.wholeSources(value) });
    } else if (instruction.how === 'throw') {
      this.handlers.at(-1)?.push(state);
    } else if (instruction.target !== undefined) {
      const key = `${instruction.how}${instruction.target}`;
      const waiting = this.jumps.get(key);
      if (waiting) waiting.push(state);
      else this.jumps.set(key, [state]);
    }
  }

  /** The joined states of the jumps that land here. */
  private landed(how: 'break' | 'continue', target: number): State | null {
    const key = `${how}${target}`;
    let landed: State | null = null;
    for (const state of this.jumps.get(key) ?? []) landed = join(this.terms, target, landed, state);
    this.jumps.delete(key);
    return landed;
  }

  callTerm(callee: Term, args: readonly Term[], construct: boolean): Term {
    return callTerm(this.terms, callee, args, construct);
  }
}

function isComparison(operator: string): boolean {
  return /^(?:[=!]==?|[<>]=?|in|instanceof)$/u.test(operator);
}
