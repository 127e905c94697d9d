/**
 * Walks one function in the order in which it runs. Branches join by union, loops go round twice,
 * callbacks are walked where they run.
 */
import type { Block, CallInstruction, FunctionForm, Temp, ValueInstruction } from '../lower/program.js';
import type { Term, TermTable } from '../resources/terms.js';
import type { FlowContext } from './context.js';
import { attempt, branch, exit, loop, region } from './control.js';
import type { Guard } from './guards.js';
import type { Unfinished } from './store-calls.js';
import { isGated } from './gates.js';
import type { LockEvent } from './lock-events.js';
import { leaveByThrowing } from './never-returns.js';
import { join, joinValues, State } from './state.js';
import type { PathTold } from './told-paths.js';
import { toldByConstants, type Given } from './tried.js';
import {
  NO_SOURCES,
  union,
  valueOf,
  type Exit,
  type FlowAccess,
  type Sources,
  type Suspensions,
  type Value,
} from './value.js';
import { evaluate, setMember, stored } from './evaluate.js';
import { noteKeptRelease } from './lock-calls.js';
import { writeVariable } from './memory.js';
import { Waits } from './waits.js';

/** One function being walked inside a walk: the function itself, or a callback that runs in it. */
interface Frame {
  readonly form: FunctionForm;
  /** What variables held when it began, where it runs more than once at a time, or after the function around it has gone on. */
  readonly before: State['variables'] | undefined;
  readonly exits: State[];
  readonly results: Given[];
}

/** A `catch` that waits for what its `try` throws. */
export interface Handler {
  readonly thrown: State[];
  /** The newest suspension inside: what is thrown may come from behind it. */
  suspended: Suspensions | undefined;
}

/** Callbacks nested deeper than this are walked by themselves. */
const MAX_INLINE_DEPTH = 24;
/** Objects in objects are looked into so far. */
export const MAX_PART_DEPTH = 50;
/** A walk that has gone into so many functions, each time one is called, leaves the rest to themselves. */
const MAX_ENTERED = 1000;

export class Walk {
  readonly accesses: FlowAccess[] = [];
  /** Where the walked functions return and throw, in evaluation order. */
  readonly exits: Exit[] = [];
  readonly locks: LockEvent[] = [];
  /** Calls that hand paths to other programs, and to libraries that write files. */
  readonly told: PathTold[] = [];
  readonly values = new Map<Temp, Value>();
  readonly walked = new Set<FunctionForm>();
  /** Objects constructed by the execution that is being walked, nobody else holds them; and in which function. */
  readonly made = new Map<Term, FunctionForm>();
  /** Elements of shared containers. */
  readonly sharedElements = new Set<Term>();
  state: State = State.start();
  /** The functions being walked, innermost last. */
  readonly frames: Frame[] = [];
  /** States at jumps that have not landed yet, by kind and target. */
  readonly jumps = new Map<string, State[]>();
  /** States at throws, for each `try` around. */
  readonly handlers: Handler[] = [];
  /** Functions made in this walk that may run later. */
  readonly pending: FunctionForm[] = [];
  /** What has run while the code went on, and who goes on behind it. */
  readonly waits = new Waits(this);
  /** The call that is being evaluated, innermost. */
  calling: CallInstruction | undefined;
  /** In the code of a linked module: the call of the analysed file that led there. */
  left: FlowAccess['via'];
  /** The call that was just evaluated does not come back. */
  isStopped = false;
  loopDepth = 0;
  /** How many called functions deep the walk is. */
  followed = 0;
  /** How many accesses come from the summaries of called functions. */
  takenOver = 0;
  /** Promises for which nothing else is let in while they are waited for. */
  readonly gated = new Set<Temp>();
  /** How often the walk has waited for anything else. */
  foreignWaits = 0;
  /** Calls of a store that a later call completes, by what they gave. */
  readonly unfinished = new Map<Term, Unfinished>();
  /** What promises made in this walk are settled with, by what stands for the function that does so. */
  readonly settlers = new Map<Term, Given[]>();
  /** Batches that fail where what was read has changed. */
  readonly validated = new Set<Term>();
  /** Of those, the ones that fail where there is anything. */
  readonly absent = new Set<Term>();
  private entered = 0;

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
      if (!this.walked.has(form) && !this.isLinked(form)) this.runLater(form, end);
    }
    this.state = end;
    return { result, held };
  }

  /** A function that outlives the walk: an execution of its own, with what the captured variables hold in the end. */
  private runLater(form: FunctionForm, end: State): void {
    this.state = end.clone();
    this.state.guards = [];
    this.state.control = NO_SOURCES;
    this.state.decisions = [];
    this.made.clear();
    this.entered = 0;
    const before = this.accesses.length;
    this.enter(
      form,
      form.parameters.map((_, index) => this.parameterValue(form, index)),
      true,
    );
    for (const access of this.accesses.slice(before)) this.context.outliving.add(access);
  }

  private parameterValue(form: FunctionForm, index: number): Value {
    return valueOf(
      this.terms.parameter(form, index),
      new Set([this.context.summaries.parameterSource(form, index)]),
    );
  }

  /** Walks a function's body here and now, with these arguments; gives what it returns. */
  enter(form: FunctionForm, args: readonly Value[], concurrent = false): Value {
    this.context.checkCancelled();
    this.walked.add(form);
    this.entered++;
    const before = concurrent ? this.state.variables.fork() : undefined;
    const frame: Frame = { form, before, exits: [], results: [] };
    this.frames.push(frame);
    const { left } = this;
    this.left = this.isLinked(form) ? (left ?? this.leave()) : undefined;
    form.parameters.forEach((temp, index) => {
      const rest = form.parameterForms[index]?.rest ?? false;
      this.values.set(
        temp,
        rest
          ? this.restOf(temp, args.slice(index))
          : (args[index] ?? valueOf(this.terms.constant(undefined))),
      );
    });
    const { control, decisions } = this.state;
    const end = this.block(form.body, this.state);
    this.frames.pop();
    this.left = left;
    let after = end;
    for (const exit of frame.exits) after = join(this.terms, form.at.start, after, exit);
    if (after) this.state = after;
    this.state.control = control;
    this.state.decisions = decisions;
    const [first, ...others] = frame.results.map(({ value }) => value);
    if (!first) return valueOf(this.terms.constant(undefined));
    return (
      toldByConstants(this, frame.results, decisions) ??
      others.reduce((joined, value) => joinValues(this.terms, form.at.start, joined, value), first)
    );
  }

  private isLinked(form: FunctionForm): boolean {
    return this.context.definitions.program.isLinked(form.at);
  }

  /** Goes from the analysed file into a linked module. */
  private leave(): FlowAccess['via'] {
    return this.calling && { call: this.calling, application: this.context.summaries.nextApplication() };
  }

  canInline(form: FunctionForm): boolean {
    if (this.entered > MAX_ENTERED) return false;
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
        case 'store': {
          const value = stored(this, instruction.variable, this.read(instruction.from));
          if (!instruction.declares) writeVariable(this, instruction.variable, value, instruction);
          state.variables.set(instruction.variable, value);
          if (instruction.declares) noteKeptRelease(this, instruction, value);
          break;
        }
        case 'set':
          setMember(this, instruction);
          break;
        case 'exit':
          exit(this, instruction, state);
          state = null;
          break;
        case 'loop':
          state = loop(this, instruction, state);
          break;
        case 'region':
          state = region(this, instruction, state);
          break;
        case 'try':
          state = attempt(this, instruction, state);
          break;
        case 'branch':
          state = branch(this, instruction, state);
          break;
        default:
          this.values.set(instruction.to, evaluate(this, instruction));
          ({ state } = this);
          if (this.isStopped) {
            this.isStopped = false;
            leaveByThrowing(this, state);
            state = null;
          }
      }
      if (!state) return null;
    }
    return state;
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

  /** All that a value carries, its parts and what they have taken in included. */
  wholeSources(value: Value, seen = new Set<Value['parts']>(), depth = 0): Sources {
    if (!value.parts || seen.has(value.parts) || depth > MAX_PART_DEPTH) return value.sources;
    seen.add(value.parts);
    return union(
      value.sources,
      ...[...value.parts.values()].map((part) => this.wholeSources(this.refresh(part), seen, depth + 1)),
    );
  }

  suspend(at: Extract<ValueInstruction, { op: 'suspend' | 'call' }>): void {
    const { suspensions, empty } = this.state;
    const foreign = !isGated(this, at);
    if (foreign) this.foreignWaits++;
    this.state.suspensions = {
      at: this.left?.call ?? at,
      before: suspensions,
      count: (suspensions?.count ?? 0) + 1,
      foreign,
    };
    for (const handler of this.handlers) handler.suspended = this.state.suspensions;
    // What was seen in memory may not be so any more.
    for (const term of empty) if (isPlace(term)) empty.delete(term);
  }
}

function isPlace(term: Term): boolean {
  return term.kind === 'member' || term.kind === 'index' || term.kind === 'variable';
}
