/** The instructions of a whole program, each with what holds it: for questions that no single walk answers. */
import type {
  Block,
  BranchInstruction,
  CallInstruction,
  FunctionForm,
  Instruction,
  LoopInstruction,
  Program,
  SetInstruction,
  StoreInstruction,
  Temp,
  Variable,
} from '../../lower/program.js';
import { blocksOf, operandsOf } from './blocks.js';

/** An instruction where it stands. */
export interface Placed<I extends Instruction = Instruction> {
  readonly instruction: I;
  readonly form: FunctionForm;
  /** The loops around it in its own function, outermost first. */
  readonly loops: readonly LoopInstruction[];
  /** The blocks around it in its own function that may not run, outermost first. */
  readonly blocks: readonly Block[];
}

export interface Instructions {
  readonly stores: readonly Placed<StoreInstruction>[];
  readonly sets: readonly Placed<SetInstruction>[];
  readonly calls: readonly Placed<CallInstruction>[];
  readonly branches: readonly Placed<BranchInstruction>[];
  placeOf(call: CallInstruction): Placed<CallInstruction> | undefined;
  /** Values that something is done with. */
  readonly used: ReadonlySet<Temp>;
  /** What is put into the object that a variable holds: `list.push(x)`, `map[key] = x`. */
  readonly putInto: ReadonlyMap<Variable, readonly Temp[]>;
  /** What is put into a list: `list.push(x)`, `list[i] = x`. */
  readonly collected: ReadonlySet<Temp>;
  /** The variable that keeps a value. */
  readonly keptIn: ReadonlyMap<Temp, Placed<StoreInstruction>>;
  /** The blocks of each function, its own and those within. */
  readonly inFunction: (form: FunctionForm) => readonly Instruction[];
}

const known = new WeakMap<Program, Instructions>();

export function instructionsOf(program: Program): Instructions {
  let instructions = known.get(program);
  if (!instructions) known.set(program, (instructions = new Index(program)));
  return instructions;
}

class Index implements Instructions {
  readonly stores: Placed<StoreInstruction>[] = [];
  readonly sets: Placed<SetInstruction>[] = [];
  readonly calls: Placed<CallInstruction>[] = [];
  readonly branches: Placed<BranchInstruction>[] = [];
  readonly used = new Set<Temp>();
  readonly putInto = new Map<Variable, Temp[]>();
  readonly collected = new Set<Temp>();
  readonly keptIn = new Map<Temp, Placed<StoreInstruction>>();
  private readonly places = new Map<CallInstruction, Placed<CallInstruction>>();
  private readonly byFunction = new Map<FunctionForm, Instruction[]>();

  constructor(private readonly program: Program) {
    for (const form of program.functions) this.visit(form.body, form, [], []);
  }

  readonly inFunction = (form: FunctionForm): readonly Instruction[] => this.byFunction.get(form) ?? [];

  placeOf(call: CallInstruction): Placed<CallInstruction> | undefined {
    return this.places.get(call);
  }

  private visit(
    block: Block,
    form: FunctionForm,
    loops: readonly LoopInstruction[],
    blocks: readonly Block[],
  ): void {
    for (const instruction of block) {
      const own = this.byFunction.get(form);
      if (own) own.push(instruction);
      else this.byFunction.set(form, [instruction]);
      this.note(instruction, { form, loops, blocks });
      // `void f()` does nothing with what it is given.
      if (instruction.op !== 'compute' || instruction.operator !== 'void')
        for (const temp of operandsOf(instruction)) this.used.add(temp);
      const inner = instruction.op === 'loop' ? [...loops, instruction] : loops;
      for (const each of blocksOf(instruction)) {
        const isConditional =
          instruction.op === 'branch' || instruction.op === 'try' || instruction.op === 'loop';
        this.visit(each, form, inner, isConditional ? [...blocks, each] : blocks);
      }
    }
  }

  private note(instruction: Instruction, at: Omit<Placed, 'instruction'>): void {
    switch (instruction.op) {
      case 'store': {
        const placed = { instruction, ...at };
        this.stores.push(placed);
        if (!this.keptIn.has(instruction.from)) this.keptIn.set(instruction.from, placed);
        return;
      }
      case 'branch':
        this.branches.push({ instruction, ...at });
        return;
      case 'set':
        this.sets.push({ instruction, ...at });
        this.put(instruction.object, [instruction.from]);
        if ('computed' in instruction.property) this.collected.add(instruction.from);
        return;
      case 'call': {
        const placed = { instruction, ...at };
        this.calls.push(placed);
        this.places.set(instruction, placed);
        const { callee, arguments: args } = instruction;
        if (callee.kind !== 'member' || !('name' in callee.property)) return;
        if (/^(?:push|unshift|add)$/u.test(callee.property.name))
          for (const { value } of args) this.collected.add(value);
        if (/^(?:push|unshift|set|add|append)$/u.test(callee.property.name))
          this.put(
            callee.object,
            args.map(({ value }) => value),
          );
        return;
      }
      default:
    }
  }

  private put(object: Temp, values: readonly Temp[]): void {
    const holder = this.program.definitions[object];
    if (holder?.op !== 'load') return;
    const known = this.putInto.get(holder.variable);
    if (known) known.push(...values);
    else this.putInto.set(holder.variable, [...values]);
  }
}
