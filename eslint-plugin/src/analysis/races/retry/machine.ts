/**
 * Follows one round of a retry: supposes that the operation came to what a scenario says, and tells whether
 * the program then starts another round. Every way through the round is followed; tests of the failure are
 * judged, all others go both ways.
 */
import type {
  Block,
  CallInstruction,
  FunctionForm,
  Instruction,
  LoopInstruction,
  Temp,
  TryInstruction,
  Variable,
} from '../../lower/program.js';
import { classesInWords } from '../../../stores/error-signals.js';
import { runBranch } from './branches.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { evaluate } from './evaluate.js';
import { judgeTruth, type Verdict } from './judge.js';
import { runCall } from './machine-calls.js';
import {
  ABOUT,
  constant,
  isTelling,
  Path,
  tainted,
  UNDEFINED,
  UNKNOWN,
  type Abstract,
  type Completion,
  type Scenario,
} from './value.js';

/** How an operation tells that it failed: it throws, or its result says so. */
export interface Signals {
  readonly throws: boolean;
  readonly result: boolean;
}

export interface Supposition {
  readonly scenario: Scenario;
  readonly operation: CallInstruction;
  readonly signals: Signals;
  /** The functions that lead to the operation: they are followed where they are called. */
  readonly leading: ReadonlySet<FunctionForm>;
  /** A call of this function, once the operation has run, is another round. */
  readonly again?: FunctionForm;
}

/** More ways through one round than these are not followed: nothing is said of such code. */
const MAX_STEPS = 1500;
const MAX_PATHS = 24;
const MAX_DEPTH = 12;

export class TooMuch extends Error {}

export class Machine {
  private steps = 0;
  readonly running: FunctionForm[] = [];

  constructor(
    readonly index: ProgramIndex,
    readonly supposed: Supposition,
  ) {}

  get scenario(): Scenario {
    return this.supposed.scenario;
  }

  /** Runs a block from each of the paths. */
  block(block: Block, start: Path): Completion[] {
    let paths: Path[] = [start];
    const left: Completion[] = [];
    for (const instruction of block) {
      const next: Path[] = [];
      for (const path of paths) {
        if (++this.steps > MAX_STEPS || --this.index.steps < 0) throw new TooMuch();
        for (const completion of this.step(instruction, path)) {
          if (completion.how === 'next') next.push(completion.path);
          else left.push(completion);
        }
      }
      paths = merged(next);
      if (paths.length === 0) break;
      if (paths.length + left.length > MAX_PATHS) throw new TooMuch();
    }
    return [...left, ...paths.map((path) => next(path))];
  }

  /** Runs a function's body; what it returns or throws is left to the caller to see. */
  enter(form: FunctionForm, args: readonly Abstract[], start: Path): Completion[] {
    if (this.running.length > MAX_DEPTH || this.running.includes(form)) return [next(start, UNKNOWN)];
    this.running.push(form);
    const path = start.clone();
    form.parameters.forEach((temp, position) =>
      path.values.set(temp, args[position] ?? start.values.get(temp) ?? UNKNOWN),
    );
    const completions = this.block(form.body, path).map((completion) =>
      completion.how === 'next' ? { ...completion, value: UNDEFINED } : completion,
    );
    this.running.pop();
    return completions;
  }

  /** What an expression gave on this path, or what it is wherever it stands. */
  read(temp: Temp, path: Path, depth = 0): Abstract {
    const known = path.values.get(temp);
    if (known) return known;
    const form = this.index.functionOf(temp);
    if (form) return { kind: 'function', form };
    const definition = this.index.program.definitions[temp];
    if (definition?.op === 'literal' && !definition.opaque) return constant(definition.value);
    if (definition?.op === 'load') return this.loaded(definition.variable, path, depth + 1);
    if (definition?.op !== 'object' || depth > 4) return UNKNOWN;
    const members = definition.entries.flatMap((entry) =>
      entry.kind === 'property' && 'name' in entry.property
        ? [[entry.property.name, this.read(entry.value, path, depth + 1)] as const]
        : [],
    );
    return { kind: 'object', members: new Map(members) };
  }

  /** One round of a loop, and whether it goes round again. */
  round(loop: LoopInstruction, start: Path): Completion[] {
    const before: Completion[] = loop.bodyFirst ? [next(start)] : this.block(loop.header, start);
    return before.flatMap((entered) => {
      if (entered.how !== 'next') return [entered];
      const body = this.block(loop.body, entered.path.clone());
      return body.flatMap((completion) => this.roundEnd(loop, completion));
    });
  }

  private roundEnd(loop: LoopInstruction, completion: Completion): Completion[] {
    const { how, target } = completion;
    if (how === 'break' && target === loop.target) return [next(completion.path)];
    if (how !== 'next' && !(how === 'continue' && target === loop.target)) return [completion];
    const updated = this.block(loop.update, completion.path);
    return updated.flatMap((each) => {
      if (each.how !== 'next') return [each];
      return this.block(loop.header, each.path).flatMap((tested) => this.testEnd(loop, tested));
    });
  }

  private testEnd(loop: LoopInstruction, tested: Completion): Completion[] {
    if (tested.how !== 'next') return [tested];
    const { path } = tested;
    const again: Completion = { how: 'again', path, value: UNKNOWN };
    if (loop.test === undefined) return [again];
    const value = this.read(loop.test, path);
    const given = judgeTruth(value, this.scenario);
    if (given === 'yes') return [again];
    if (given === 'no') return [next(path)];
    return [{ ...again, path: tainted(value, path) }, next(tainted(value, path))];
  }

  private step(instruction: Instruction, path: Path): Completion[] {
    switch (instruction.op) {
      case 'store':
        path.store(instruction.variable, this.read(instruction.from, path));
        return [next(path)];
      case 'set':
      case 'class':
        return [next(path)];
      case 'exit':
        return [this.leave(instruction, path)];
      case 'loop':
        return this.innerLoop(instruction, path);
      case 'region':
        return this.block(instruction.body, path).map((each) =>
          each.how === 'break' && each.target === instruction.target ? next(each.path) : each,
        );
      case 'try':
        return this.attempt(instruction, path);
      case 'branch':
        return runBranch(this, instruction, path);
      case 'call':
        return runCall(this, instruction, path);
      case 'suspend':
        return this.settle(instruction.to, this.read(instruction.from, path), path);
      default:
        path.note(instruction.to, evaluate(this, instruction, path));
        return [next(path)];
    }
  }

  private leave(instruction: Extract<Instruction, { op: 'exit' }>, path: Path): Completion {
    const { how, from, target } = instruction;
    let value = from === undefined ? UNDEFINED : this.read(from, path);
    // Whatever the program throws once the operation has failed says that it has.
    if (how === 'throw' && path.done && this.scenario !== 'success' && value.kind !== 'error')
      value = isTelling(value) ? value : { kind: 'error' };
    return { how, path, value, ...(target !== undefined && { target }) };
  }

  /** A loop within the round goes round once. */
  private innerLoop(loop: LoopInstruction, path: Path): Completion[] {
    if (!this.leads(loop)) return [next(path)];
    return this.round(loop, path).map((each) =>
      each.how === 'again' && !this.isCalledAgain(each) ? next(each.path) : each,
    );
  }

  private isCalledAgain(completion: Completion): boolean {
    return completion.value.kind === 'control';
  }

  private leads(loop: LoopInstruction): boolean {
    const { operation, leading } = this.supposed;
    const { start, end } = loop.at;
    const within = (at: { start: number; end: number }): boolean => start <= at.start && at.end <= end;
    return (
      within(operation.at) ||
      [...leading].some((form) => within(form.at)) ||
      this.index.callsWithin(loop.at, leading)
    );
  }

  private attempt(instruction: TryInstruction, path: Path): Completion[] {
    let completions = this.block(instruction.body, path.clone());
    const { handler, finalizer } = instruction;
    if (handler) {
      completions = completions.flatMap((completion) => {
        if (completion.how !== 'throw') return [completion];
        const caught = completion.path;
        for (const each of handler) {
          if (each.op === 'compute' && each.operator === 'caught')
            caught.values.set(each.to, completion.value);
        }
        return this.block(handler, caught);
      });
    }
    if (!finalizer) return completions;
    return completions.flatMap((completion) =>
      this.block(finalizer, completion.path).map((last) =>
        last.how === 'next' ? { ...completion, path: last.path } : last,
      ),
    );
  }

  /** `await`: what was rejected is thrown. */
  private settle(to: Temp, value: Abstract, path: Path): Completion[] {
    if (value.kind === 'rejected') return [{ how: 'throw', path, value: value.error }];
    path.note(to, value);
    return [next(path)];
  }

  /** What a variable holds on this path. */
  loaded(variable: Variable, path: Path, depth = 0): Abstract {
    const known = path.variables.get(variable);
    if (known) return known;
    const [only] = variable.writes;
    return only !== undefined && variable.writes.length === 1 && depth < 4
      ? this.read(only, path, depth + 1)
      : UNKNOWN;
  }

  /** Keeps in mind that a test names what is supposed. */
  note(path: Path, given: Verdict, text: string, value: Abstract): void {
    const classes = classesInWords(text);
    if (classes.includes('duplicate') && this.scenario === 'lost') this.expectsDuplicate = true;
    if (given === 'unclear') return;
    const own = value.kind === 'error' && value.name !== undefined && given === 'yes';
    if (
      this.scenario === 'conflict' &&
      (own || classes.includes('conflict') || classes.includes('serialization'))
    )
      path.told = true;
    if (this.scenario === 'lost' && (classes.includes('network') || classes.includes('server')))
      path.told = true;
  }

  /** The program asks for a failure that says that the effect is there already. */
  expectsDuplicate = false;
}

export function next(path: Path, value: Abstract = UNKNOWN): Completion {
  return { how: 'next', path, value };
}

/** Paths that can go on as one do. */
function merged(paths: readonly Path[]): Path[] {
  if (paths.length < 2) return [...paths];
  const byKey = new Map<string, Path>();
  for (const path of paths) {
    const { key } = path;
    const known = byKey.get(key);
    if (!known) {
      byKey.set(key, path);
      continue;
    }
    for (const temp of new Set([...known.values.keys(), ...path.values.keys()])) {
      const left = known.values.get(temp);
      const right = path.values.get(temp);
      if (isSame(left, right)) continue;
      const tells = [left, right].some((value) => value && isTelling(value));
      known.note(temp, tells ? ABOUT : UNKNOWN);
    }
  }
  return [...byKey.values()];
}

function isSame(left: Abstract | undefined, right: Abstract | undefined): boolean {
  if (left?.kind === 'constant' && right?.kind === 'constant') return left.value === right.value;
  return left === right;
}
