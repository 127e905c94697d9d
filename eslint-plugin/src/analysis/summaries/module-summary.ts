/**
 * What a module is to those who import it: its program form, without places and without what reaches nobody, such as
 * a line that is logged and the values that it is made of. As long as it stays the same, importers need no new look.
 */
import type {
  Block,
  CallInstruction,
  FunctionForm,
  Instruction,
  Program,
  StoreInstruction,
  Temp,
  Variable,
} from '../lower/program.js';
import { blocksOf, operandsOf } from '../resources/code/blocks.js';
import { Printer } from './print-program.js';

/** The summary of the analysed file, without the modules that it is linked to. It may be long: hash it to keep it. */
export function summarizeModule(program: Program): string {
  const own = program.functions.filter(({ at }) => !program.isLinked(at));
  return new Printer(program, own, new Slice(program, own)).print();
}

/** The instructions that somebody else can notice, and those whose values they need. */
class Slice {
  private readonly kept = new Set<Instruction>();
  private readonly pending: Instruction[] = [];
  /** What an instruction stands in: it decides whether, and how often, it runs. */
  private readonly around = new Map<Instruction, Instruction>();
  private readonly stores = new Map<Variable, StoreInstruction[]>();

  constructor(
    private readonly program: Program,
    own: readonly FunctionForm[],
  ) {
    const noticed: Instruction[] = [];
    for (const { body } of own) this.enter(body, undefined, noticed);
    for (const instruction of noticed) this.keep(instruction);
    for (const exported of program.file.exports.values())
      if (exported.kind === 'value') this.keepValue(exported.value);
    for (let next = this.pending.pop(); next; next = this.pending.pop()) this.keepWhatItNeeds(next);
  }

  has(instruction: Instruction): boolean {
    return this.kept.has(instruction);
  }

  /** False for a text that only tells people something. */
  isNoticed(call: CallInstruction, argument: Temp): boolean {
    if (!call.construct || !isGlobal(call, /Error$/u, this.program)) return true;
    const made = this.program.definitions[argument];
    if (made?.op === 'literal') return typeof made.value !== 'string';
    return made?.op !== 'compute' || made.operator !== 'template';
  }

  private enter(block: Block, outer: Instruction | undefined, noticed: Instruction[]): void {
    for (const instruction of block) {
      if (outer) this.around.set(instruction, outer);
      if (instruction.op === 'store') {
        const others = this.stores.get(instruction.variable);
        if (others) others.push(instruction);
        else this.stores.set(instruction.variable, [instruction]);
      }
      if (isNoticed(instruction, this.program)) noticed.push(instruction);
      for (const inner of blocksOf(instruction)) this.enter(inner, instruction, noticed);
    }
  }

  private keep(instruction: Instruction): void {
    if (this.kept.has(instruction)) return;
    this.kept.add(instruction);
    this.pending.push(instruction);
  }

  private keepValue(value: Temp): void {
    const made = this.program.definitions[value];
    if (made) this.keep(made);
  }

  private keepWhatItNeeds(instruction: Instruction): void {
    const outer = this.around.get(instruction);
    if (outer) this.keep(outer);
    for (const operand of operandsOf(instruction))
      if (instruction.op !== 'call' || this.isNoticed(instruction, operand)) this.keepValue(operand);
    if (instruction.op === 'load')
      for (const store of this.stores.get(instruction.variable) ?? []) this.keep(store);
    if (instruction.op !== 'class') return;
    const { superClass, decorators } = instruction.form;
    for (const value of [...decorators, ...(superClass === undefined ? [] : [superClass])])
      this.keepValue(value);
  }
}

/** Whether it does something that others than the values made from it can notice. */
function isNoticed(instruction: Instruction, program: Program): boolean {
  switch (instruction.op) {
    case 'call':
      return !isLogging(instruction, program);
    case 'store':
      return !isOnlyHere(instruction.variable);
    case 'suspend':
    case 'set':
    case 'exit':
    case 'class':
      return true;
    default:
      return false;
  }
}

function isOnlyHere({ kind, owner, captured, exported }: Variable): boolean {
  return kind === 'local' && owner.kind !== 'module' && !captured && !exported;
}

/** `console` alone: what another logger does with what it is given is its own business. */
function isLogging(call: CallInstruction, program: Program): boolean {
  return call.callee.kind === 'member' && isGlobal(call, /^console$/u, program);
}

/** Whether a call's callee, or the object that it is a method of, is a global of such a name. */
function isGlobal({ callee }: CallInstruction, name: RegExp, { definitions }: Program): boolean {
  if (callee.kind === 'super') return false;
  const made = definitions[callee.kind === 'member' ? callee.object : callee.value];
  return made?.op === 'load' && made.variable.kind === 'global' && name.test(made.variable.name);
}
