/** What a value is made from, read off the program against its course: for asking what a wait was for. */
import type { CallInstruction, FunctionForm, Temp } from '../lower/program.js';
import type { Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';
import { operandsOf } from '../resources/code/blocks.js';
import { instructionsOf } from '../resources/code/instructions.js';
import { calledForm, calledName, placeTermOf } from './places.js';

export interface Derivation {
  readonly temps: ReadonlySet<Temp>;
  /** Functions of this file whose run gives the value, callbacks included. */
  readonly forms: ReadonlySet<FunctionForm>;
  /** The places that it was taken from, in called functions too. */
  readonly places: ReadonlySet<Term>;
  readonly calls: readonly CallInstruction[];
  /** The names of the calls on the way. */
  readonly names: readonly string[];
}

/** Called functions are looked into so far. */
const MAX_CALLS = 3;

/** @param except A callback that does not give the value, but waits for it. */
export function derivationOf(
  starts: readonly Temp[],
  context: RaceContext,
  except?: FunctionForm,
): Derivation {
  const trace = new Trace(context, except);
  for (const start of starts) trace.follow(start, 0);
  return trace;
}

class Trace implements Derivation {
  readonly temps = new Set<Temp>();
  readonly forms = new Set<FunctionForm>();
  readonly places = new Set<Term>();
  readonly calls: CallInstruction[] = [];
  readonly names: string[] = [];

  constructor(
    private readonly context: RaceContext,
    private readonly except: FunctionForm | undefined,
  ) {}

  follow(temp: Temp, depth: number): void {
    if (this.temps.has(temp)) return;
    this.temps.add(temp);
    const { program } = this.context;
    const definition = program.definitions[temp];
    if (!definition) return;
    const place = placeTermOf(temp, this.context);
    if (place) this.places.add(place);
    if (definition.op === 'load') {
      const { variable } = definition;
      // What others share is a place; what only this function holds stands for what it was made from.
      if (variable.kind !== 'local' || variable.owner === program.module) return;
      const { putInto } = instructionsOf(program);
      for (const write of [...variable.writes, ...(putInto.get(variable) ?? [])]) this.follow(write, depth);
      return;
    }
    if (definition.op === 'closure') {
      this.enter(definition.form, depth);
      return;
    }
    if (definition.op === 'branch') {
      for (const { value } of definition.arms) if (value !== undefined) this.follow(value, depth);
      return;
    }
    for (const operand of operandsOf(definition)) this.follow(operand, depth);
    if (definition.op === 'call') this.call(definition, depth);
  }

  private call(call: CallInstruction, depth: number): void {
    this.calls.push(call);
    const name = calledName(call, this.context);
    if (name !== undefined) this.names.push(name);
    const form = calledForm(call, this.context);
    if (form && depth < MAX_CALLS) this.enter(form, depth + 1);
  }

  private enter(form: FunctionForm, depth: number): void {
    if (form === this.except || this.forms.has(form)) return;
    this.forms.add(form);
    for (const instruction of instructionsOf(this.context.program).inFunction(form)) {
      if (instruction.op === 'load' || instruction.op === 'get') this.follow(instruction.to, depth);
      if (instruction.op === 'call') {
        this.temps.add(instruction.to);
        this.call(instruction, depth);
      }
    }
  }
}
