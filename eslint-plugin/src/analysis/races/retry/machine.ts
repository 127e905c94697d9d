/**
 * Follows one round of a retry: supposes that the operation came to what a scenario says, and tells whether
 * the program then starts another round. Every way through the round is followed; tests of the failure are
 * judged, all others go both ways.
 */
import type {
  Block,
  BranchInstruction,
  CallInstruction,
  FunctionForm,
  Instruction,
  LoopInstruction,
  Temp,
  TryInstruction,
  ValueInstruction,
  Variable,
} from '../../lower/program.js';
import type { CodeIndex } from './code.js';
import { judgeComparison, judgeInstance, judgeTruth, valueOfVerdict, type Verdict } from './judge.js';
import { runCall } from './machine-calls.js';
import {
  ABOUT,
  constant,
  isTelling,
  OUTCOME,
  Path,
  UNDEFINED,
  UNKNOWN,
  type Abstract,
  type Completion,
  type Scenario,
} from './value.js';
import { classesInWords } from '../../../stores/error-signals.js';

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
const MAX_STEPS = 6000;
const MAX_PATHS = 40;
const MAX_DEPTH = 12;

export class TooMuch extends Error {}

export class Machine {
  private steps = 0;
  readonly running: FunctionForm[] = [];

  constructor(
    readonly index: CodeIndex,
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
        if (++this.steps > MAX_STEPS) throw new TooMuch();
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
    form.parameters.forEach((temp, position) => path.values.set(temp, args[position] ?? start.values.get(temp) ?? UNKNOWN));
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
    if (definition?.op === 'literal' && !definition.opaque) return constantOf(definition.value);
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
        path.variables.set(instruction.variable, this.read(instruction.from, path));
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
        return this.branch(instruction, path);
      case 'call':
        return runCall(this, instruction, path);
      case 'suspend':
        return this.settle(instruction.to, this.read(instruction.from, path), path);
      default:
        path.values.set(instruction.to, this.evaluate(instruction, path));
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
    return this.round(loop, path).map((each) => (each.how === 'again' && !this.isCalledAgain(each) ? next(each.path) : each));
  }

  private isCalledAgain(completion: Completion): boolean {
    return completion.value.kind === 'control';
  }

  private leads(loop: LoopInstruction): boolean {
    const { operation, leading } = this.supposed;
    const { start, end } = loop.at;
    const within = (at: { start: number; end: number }): boolean => start <= at.start && at.end <= end;
    return within(operation.at) || [...leading].some((form) => within(form.at)) || this.index.callsWithin(loop.at, leading);
  }

  private attempt(instruction: TryInstruction, path: Path): Completion[] {
    let completions = this.block(instruction.body, path.clone());
    const { handler, finalizer } = instruction;
    if (handler) {
      completions = completions.flatMap((completion) => {
        if (completion.how !== 'throw') return [completion];
        const caught = completion.path;
        for (const each of handler) {
          if (each.op === 'compute' && each.operator === 'caught') caught.values.set(each.to, completion.value);
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

  private branch(instruction: BranchInstruction, path: Path): Completion[] {
    const test = this.read(instruction.test, path);
    const given = instruction.on === 'switch' ? 'unclear' : this.judgeBranch(instruction, test);
    const ends = instruction.arms.flatMap((arm, position) => {
      const excluded = position === 1 ? 'yes' : 'no';
      if (instruction.on !== 'switch' && given === excluded) return [];
      return this.block(arm.body, path.clone()).map((each) => {
        if (each.how === 'next')
          each.path.values.set(instruction.to, arm.value === undefined ? UNKNOWN : this.read(arm.value, each.path));
        return each;
      });
    });
    // A test that is not understood matters only where it decides about something.
    const decides = ends.some((each) => each.how !== 'next' || each.path.key !== ends[0]?.path.key);
    if (given === 'unclear' && decides) for (const each of ends) tainted(test, each.path);
    return ends;
  }

  private judgeBranch(instruction: BranchInstruction, test: Abstract): Verdict {
    if (test.kind === 'unknown') return 'maybe';
    if (instruction.on === 'truthy') return judgeTruth(test, this.scenario);
    if (test.kind === 'constant') return test.value === null || test.value === undefined ? 'yes' : 'no';
    return isTelling(test) ? 'maybe' : 'no';
  }

  /** `await`: what was rejected is thrown. */
  private settle(to: Temp, value: Abstract, path: Path): Completion[] {
    if (value.kind === 'rejected') return [{ how: 'throw', path, value: value.error }];
    path.values.set(to, value);
    return [next(path)];
  }

  private evaluate(
    instruction: Exclude<ValueInstruction, { op: 'call' | 'branch' | 'suspend' | 'class' }>,
    path: Path,
  ): Abstract {
    switch (instruction.op) {
      case 'literal':
        return path.values.get(instruction.to) ?? (instruction.opaque ? UNKNOWN : constantOf(instruction.value));
      case 'load':
        return this.loaded(instruction.variable, path);
      case 'get':
        return this.member(instruction.object, instruction.property, path);
      case 'closure':
        return { kind: 'function', form: instruction.form };
      case 'object': {
        const members = new Map<string, Abstract>();
        for (const entry of instruction.entries) {
          const value = this.read(entry.value, path);
          if (entry.kind === 'property' && 'name' in entry.property) members.set(entry.property.name, value);
          else if (isTelling(value)) return ABOUT;
        }
        return { kind: 'object', members };
      }
      case 'array': {
        const members = instruction.elements.map(
          (element, position) => [String(position), this.read(element.value, path)] as const,
        );
        return { kind: 'object', members: new Map(members) };
      }
      case 'compute':
        return this.compute(instruction, path);
      default:
        return UNKNOWN;
    }
  }

  private loaded(variable: Variable, path: Path, depth = 0): Abstract {
    const known = path.variables.get(variable);
    if (known) return known;
    const [only] = variable.writes;
    return only !== undefined && variable.writes.length === 1 && depth < 4
      ? this.read(only, path, depth + 1)
      : UNKNOWN;
  }

  private member(
    object: Temp,
    property: { readonly name: string } | { readonly computed: Temp },
    path: Path,
  ): Abstract {
    const holder = this.read(object, path);
    const name = 'name' in property ? property.name : '';
    if (holder.kind === 'object') return holder.members.get(name) ?? UNKNOWN;
    // A context that carries the failure: `({ error }) => …`.
    if (holder.kind === 'error' && /^(?:e|err|error|reason)$/u.test(name)) return holder;
    if (holder.kind === 'error' || holder.kind === 'outcome')
      return { kind: 'part', of: holder.kind, name, whole: holder };
    // `error.response.status`, `result[0].affectedRows`.
    if (holder.kind === 'part') return { ...holder, name };
    return holder.kind === 'about' ? ABOUT : UNKNOWN;
  }

  private compute(instruction: Extract<ValueInstruction, { op: 'compute' }>, path: Path): Abstract {
    const { operator } = instruction;
    const operands = instruction.operands.map((operand) => this.read(operand, path));
    const [first, second] = operands;
    if (operator === 'caught') return path.values.get(instruction.to) ?? UNKNOWN;
    if ((operator === 'as' || operator === 'element' || operator === 'rest') && first) return first;
    if (operator === '!' && first)
      return first.kind === 'unknown' ? UNKNOWN : valueOfVerdict(inverseOf(judgeTruth(first, this.scenario)));
    if (operator === 'default' && first) return first.kind === 'unknown' ? UNKNOWN : first;
    if (operator === 'instanceof' && first && isTelling(first)) {
      const type = this.index.nameOf(instruction.operands[1]);
      const own = first.kind === 'error' && first.name !== undefined ? this.index.linesOf(first.name) : [];
      const given = judgeInstance(first, type, own, this.scenario);
      this.note(path, given, type ?? '', first);
      return valueOfVerdict(given);
    }
    if (/^(?:[!=]==?|[<>]=?)$/u.test(operator) && first && second && (isTelling(first) || isTelling(second))) {
      const given = judgeComparison(operator, first, second, this.scenario);
      const named = [first, second].find((each) => each.kind === 'constant');
      this.note(path, given, named?.kind === 'constant' ? String(named.value) : '', first);
      return valueOfVerdict(given);
    }
    if (first && second && first.kind === 'constant' && second.kind === 'constant' && /^[!=]==?$/u.test(operator))
      return constant((first.value === second.value) === operator.startsWith('='));
    if (operator === 'in' && second && isTelling(second)) return UNKNOWN;
    return operands.some(isTelling) ? ABOUT : UNKNOWN;
  }

  /** Keeps in mind that a test names what is supposed. */
  note(path: Path, given: Verdict, text: string, value: Abstract): void {
    const classes = classesInWords(text);
    if (classes.includes('duplicate') && this.scenario === 'lost') this.expectsDuplicate = true;
    if (given === 'unclear') return;
    const own = value.kind === 'error' && value.name !== undefined && given === 'yes';
    if (this.scenario === 'conflict' && (own || classes.includes('conflict') || classes.includes('serialization')))
      path.told = true;
    if (this.scenario === 'lost' && (classes.includes('network') || classes.includes('server'))) path.told = true;
  }

  /** The program asks for a failure that says that the effect is there already. */
  expectsDuplicate = false;
}

export function next(path: Path, value: Abstract = UNKNOWN): Completion {
  return { how: 'next', path, value };
}

export { OUTCOME };

function constantOf(value: string | number | boolean | bigint | null | undefined): Abstract {
  return { kind: 'constant', value };
}

function inverseOf(given: Verdict): Verdict {
  if (given === 'yes') return 'no';
  return given === 'no' ? 'yes' : given;
}

/** A test of what is not understood makes all that follows doubtful. */
function tainted(test: Abstract, path: Path): Path {
  if (isTelling(test)) path.doubtful = true;
  return path;
}

/** Paths that can go on as one do. */
function merged(paths: readonly Path[]): Path[] {
  if (paths.length < 2) return [...paths];
  const byKey = new Map<string, Path>();
  for (const path of paths) {
    const known = byKey.get(path.key);
    if (!known) {
      byKey.set(path.key, path);
      continue;
    }
    for (const [temp, value] of path.values) {
      const other = known.values.get(temp);
      if (other !== value) known.values.set(temp, other && !isTelling(other) && !isTelling(value) ? UNKNOWN : ABOUT);
    }
  }
  return [...byKey.values()];
}
