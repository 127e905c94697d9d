/** Emits instructions into the block that is being filled, and keeps what one function's lowering needs to know. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceRange } from '../race.js';
import type {
  Block,
  CallInstruction,
  FunctionForm,
  Instruction,
  LiteralInstruction,
  Property,
  Temp,
  ValueInstruction,
  Variable,
} from './program.js';
import { exportedAs, isExports, markExported } from './exports.js';
import type { ModuleLowering } from './lower-module.js';

/** An instruction as the lowering writes it down: the builder names its value. */
type Unnamed<I> = I extends { readonly to: Temp } ? Omit<I, 'to'> : never;

/** A place that `break` or `continue` can name. */
export interface JumpTarget {
  readonly id: number;
  readonly label: string | undefined;
  readonly kind: 'loop' | 'switch' | 'label';
}

export class FunctionBuilder {
  readonly targets: JumpTarget[] = [];
  depth = 0;
  private block: Block;

  constructor(
    readonly module: ModuleLowering,
    readonly form: FunctionForm,
  ) {
    this.block = form.body;
  }

  /** Appends an instruction that produces a value, and gives the value's name. */
  value(instruction: Unnamed<ValueInstruction>): Temp {
    const to = this.module.nextTemp();
    // The union is closed under adding `to`, which TypeScript cannot see; a copy would cost as much again.
    const named = Object.assign(instruction, { to }) as ValueInstruction;
    this.module.definitions[to] = named;
    this.block.push(named);
    if (named.op === 'call') this.form.calls.push(named);
    if (named.op === 'suspend') {
      this.module.awaited.add(named.from);
      this.form.suspends = true;
    }
    return to;
  }

  /** Appends an instruction that produces none. */
  effect(instruction: Exclude<Instruction, ValueInstruction>): void {
    this.block.push(instruction);
  }

  /** Fills a new block while `fill` runs. */
  nested(fill: () => void): Block {
    const outer = this.block;
    const inner: Block = [];
    this.block = inner;
    try {
      fill();
    } finally {
      this.block = outer;
    }
    return inner;
  }

  /** Like `nested`, for a block whose last value matters. */
  nestedValue(fill: () => Temp): { body: Block; value: Temp } {
    let value: Temp | undefined;
    const body = this.nested(() => {
      value = fill();
    });
    return { body, value: value ?? this.opaque({ start: 0, end: 0 }) };
  }

  literal(value: LiteralInstruction['value'], at: SourceRange): Temp {
    return this.value({ op: 'literal', value, at });
  }

  /** A value about which the form says nothing. */
  opaque(at: SourceRange): Temp {
    return this.value({ op: 'literal', value: undefined, opaque: true, at });
  }

  compute(operator: string, operands: readonly Temp[], at: SourceRange): Temp {
    return this.value({ op: 'compute', operator, operands, at });
  }

  get(object: Temp, property: Property, at: SourceRange): Temp {
    return this.value({ op: 'get', object, property, at });
  }

  load(variable: Variable, at: SourceRange): Temp {
    this.noteCapture(variable);
    variable.loads++;
    return this.value({ op: 'load', variable, at });
  }

  store(variable: Variable, from: Temp, declares: boolean, at: SourceRange): void {
    this.noteCapture(variable);
    variable.writes.push(from);
    if (!declares) this.form.storesTo.add(variable);
    if (declares) this.noteHolder(variable, from);
    this.effect({ op: 'store', variable, from, declares, at });
  }

  set(object: Temp, property: Property, from: Temp, at: SourceRange): void {
    this.effect({ op: 'set', object, property, from, at });
    if (isExports(this.module, object, property)) {
      markExported(this.module, from);
      const name = exportedAs(this.module, object, property);
      if (name !== undefined) this.module.self.exports.set(name, { kind: 'value', value: from });
    }
    this.form.sets.push({ object, name: 'name' in property ? property.name : '*' });
    const target = this.module.definitions[object];
    if (target?.op !== 'this' || !target.owner.member || !('name' in property)) return;
    const { fieldWrites } = target.owner.member;
    const writes = fieldWrites.get(property.name);
    if (writes) writes.push(from);
    else fieldWrites.set(property.name, [from]);
  }

  call(instruction: Omit<CallInstruction, 'op' | 'to'>): Temp {
    return this.value({ op: 'call', ...instruction });
  }

  /** `const store = { load() { this… } }`: the methods' `this` is `store`. */
  private noteHolder(variable: Variable, from: Temp): void {
    const holder = this.module.objectHolders.get(from);
    if (holder) holder.variable = variable;
  }

  /** A function that captures locals of another one can only be understood where that one runs. */
  private noteCapture(variable: Variable): void {
    if (variable.kind === 'global' || variable.owner === this.form) return;
    variable.captured = true;
    if (variable.owner.kind === 'module') return;
    for (
      let form: FunctionForm | undefined = this.form;
      form && form !== variable.owner;
      form = form.parent
    ) {
      form.capturesLocals = true;
      form.captures.add(variable.owner);
    }
  }
}

export function rangeOf(node: TSESTree.Node | TSESTree.Token): SourceRange {
  return { start: node.range[0], end: node.range[1] };
}
