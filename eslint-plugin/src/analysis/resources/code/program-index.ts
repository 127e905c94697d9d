/** Where things stand in a file: which loops a call is in, who calls a function, what a value is called. */
import { FRESHENING_METHODS } from '../../../stores/conditional-writes.js';
import type {
  Block,
  BranchInstruction,
  CallInstruction,
  FunctionForm,
  LoopInstruction,
  Program,
  SetInstruction,
  StoreInstruction,
  Temp,
  ValueInstruction,
  Variable,
} from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { Definitions } from '../definitions.js';
import { Origins } from '../origins.js';
import type { Receivers } from '../receivers.js';
import type { Term } from '../terms.js';
import { blocksOf, someIn } from './blocks.js';
import { dependsOnElement } from './elements.js';
import {
  CallGraph,
  calleeValue,
  type ArgumentUse,
  type CallSite,
  type ParameterPlace,
} from './call-graph.js';
import { instructionsOf, type Instructions, type Placed } from './instructions.js';
import { calledName, nameOf, operationName, textsOf } from './names.js';
import { Paths } from './paths.js';
import { push } from './push.js';

/** Made once for each file, when it is first asked; its parts are made when they are. */
export class ProgramIndex {
  /** How many more instructions are played in this file, by all who follow its ways: a bound for code out of the ordinary. */
  steps = 8000;
  /** Calls in the order of the program. */
  readonly sites: readonly CallSite[];
  /** Where in its function an instruction stands. */
  readonly paths = new Paths();
  readonly origins: Origins;
  private readonly siteByCall = new Map<CallInstruction, CallSite>();
  private calls: CallGraph | undefined;
  private storesByVariable: ReadonlyMap<Variable, readonly Placed<StoreInstruction>[]> | undefined;
  private setsByVariable: ReadonlyMap<Variable, readonly SetInstruction[]> | undefined;
  private refreshingCalls: readonly CallInstruction[] | undefined;

  constructor(
    readonly program: Program,
    readonly definitions: Definitions,
    readonly receivers: Receivers,
    checkCancelled: () => void,
  ) {
    checkCancelled();
    this.origins = new Origins(definitions, receivers.objects);
    this.sites = this.instructions.calls.map(({ instruction, form, loops }) => {
      const site = { call: instruction, form, loops: [...loops].reverse() };
      this.siteByCall.set(instruction, site);
      return site;
    });
  }

  get instructions(): Instructions {
    return instructionsOf(this.program);
  }

  get branches(): readonly Placed<BranchInstruction>[] {
    return this.instructions.branches;
  }

  private get graph(): CallGraph {
    return (this.calls ??= new CallGraph(this));
  }

  /** What is stored to a variable, in the order of the program. */
  storesOf(variable: Variable): readonly Placed<StoreInstruction>[] {
    this.storesByVariable ??= grouped(this.instructions.stores, ({ instruction }) => instruction.variable);
    return this.storesByVariable.get(variable) ?? [];
  }

  /** What is stored to members of what a variable holds, however deep. */
  setsOn(variable: Variable): readonly SetInstruction[] {
    this.setsByVariable ??= grouped(
      this.instructions.sets.map(({ instruction }) => instruction),
      ({ object }) => this.variableOf(object),
    );
    return this.setsByVariable.get(variable) ?? [];
  }

  /** Calls that bring an object up to date, or put another one's members into it. */
  get refreshing(): readonly CallInstruction[] {
    this.refreshingCalls ??= this.sites.flatMap(({ call }) => {
      const name = this.calledName(call) ?? '';
      return name === 'assign' || name === 'set' || FRESHENING_METHODS.test(name) ? [call] : [];
    });
    return this.refreshingCalls;
  }

  siteOf(call: CallInstruction): CallSite | undefined {
    return this.siteByCall.get(call);
  }

  callersOf(form: FunctionForm): readonly CallSite[] {
    return this.graph.callers.get(form) ?? [];
  }

  usesOf(form: FunctionForm): readonly ArgumentUse[] {
    return this.graph.uses.get(form) ?? [];
  }

  /** The calls of what is passed for a parameter. */
  callsOfParameter(place: ParameterPlace): readonly CallSite[] {
    return this.graph.callsOfParameter(place);
  }

  termOf(temp: Temp): Term {
    return this.definitions.termOf(temp);
  }

  /** The calls that a parameter's function is handed on to. */
  forwardsOf(place: ParameterPlace): readonly ArgumentUse[] {
    return this.graph.forwardsOf(place);
  }

  /** What made a value, seen through a variable that is set once. */
  madeBy(temp: Temp | undefined, depth = 0): ValueInstruction | undefined {
    const definition = temp === undefined ? undefined : this.program.definitions[temp];
    if (definition?.op !== 'load' || depth > 4) return definition;
    const { writes } = definition.variable;
    return writes.length === 1 ? this.madeBy(writes[0], depth + 1) : definition;
  }

  /** True where what a call throws is caught in its function, by a handler around it or by `.catch`. */
  isTried(call: CallInstruction, form: FunctionForm): boolean {
    const isCaughtIn = (block: Block): boolean =>
      block.some((each) => {
        if (each.op === 'try' && each.handler && holds(each.body, call)) return true;
        return blocksOf(each).some(isCaughtIn);
      });
    if (isCaughtIn(form.body)) return true;
    return this.sites.some(
      ({ call: other }) =>
        other.callee.kind === 'member' &&
        other.callee.object === call.to &&
        (this.calledName(other) === 'catch' || this.calledName(other) === 'then'),
    );
  }

  /** A call whose result is another one's argument. */
  isHandedOn(call: CallInstruction): boolean {
    return this.graph.handedOn.has(call.to);
  }

  /** A step of a chain that goes on: only its last call reaches out. */
  isInner(call: CallInstruction): boolean {
    return this.graph.inner.has(call.to);
  }

  /** True where a value is made from the element that a loop is at. */
  dependsOnElement(temps: readonly Temp[], loop: LoopInstruction): boolean {
    return dependsOnElement(this.program, temps, loop);
  }

  /** The function of this file that a value is. */
  functionOf(temp: Temp): FunctionForm | undefined {
    const term = this.termOf(temp);
    if (term.kind === 'closure') return term.form;
    return term.kind === 'member' ? this.receivers.objects.methodOf(term.object, term.name) : undefined;
  }

  calleeForm({ callee }: CallInstruction): FunctionForm | undefined {
    if (callee.kind === 'value') return this.functionOf(callee.value);
    if (callee.kind !== 'member' || !('name' in callee.property)) return undefined;
    const object = this.termOf(callee.object);
    const member = this.definitions.memberOf(object, callee.property.name);
    if (member.kind === 'closure') return member.form;
    const { name } = callee.property;
    return this.receivers.objects.methodOf(object, name) ?? this.methodOfHolder(callee.object, name);
  }

  calledName(call: CallInstruction): string | undefined {
    return calledName(this.program, call);
  }

  operationName(call: CallInstruction): string {
    return operationName(this.program, call);
  }

  nameOf(temp: Temp | undefined): string | undefined {
    return nameOf(this.program, temp);
  }

  textsOf(temp: Temp | undefined): readonly string[] {
    return textsOf(this.program, temp);
  }

  /** True where something in the range calls one of the functions, or hands one on. */
  callsWithin(range: SourceRange, forms: ReadonlySet<FunctionForm>): boolean {
    return this.sites.some(
      ({ call }) =>
        isWithin(call.at, range) &&
        (isIn(this.calleeForm(call), forms) ||
          this.parameterOf(calleeValue(call)) !== undefined ||
          call.arguments.some((argument) => isIn(this.functionOf(argument.value), forms))),
    );
  }

  /** True where a function's text holds the operation, or another round of it. */
  mentionsCall(
    form: FunctionForm,
    {
      operation,
      leading,
      again,
    }: { operation: CallInstruction; leading: ReadonlySet<FunctionForm>; again?: FunctionForm },
  ): boolean {
    if (isWithin(operation.at, form.at)) return true;
    const all = again ? new Set([...leading, again]) : leading;
    return this.callsWithin(form.at, all);
  }

  /** The parameter that a value is, where its function keeps it as it came. */
  parameterOf(temp: Temp | undefined): ParameterPlace | undefined {
    const definition = temp === undefined ? undefined : this.program.definitions[temp];
    if (!definition) return undefined;
    const own = this.definitions.parameterOf(definition.to);
    if (own) return own;
    if (definition.op === 'compute' && definition.operator === 'default')
      return this.parameterOf(definition.operands[0]);
    if (definition.op === 'load') {
      const [only] = definition.variable.writes;
      return definition.variable.writes.length === 1 ? this.parameterOf(only) : undefined;
    }
    if (definition.op !== 'get' || !('name' in definition.property)) return undefined;
    const holder = this.parameterOf(definition.object);
    if (!holder || holder.property !== undefined) return undefined;
    return { ...holder, property: definition.property.name };
  }

  /** The variable whose value, or a member of it, a value is. */
  variableOf(temp: Temp): Variable | undefined {
    const definition = this.program.definitions[temp];
    if (definition?.op === 'load') return definition.variable;
    if (definition?.op === 'get') return this.variableOf(definition.object);
    return definition?.op === 'compute' &&
      definition.operator === 'as' &&
      definition.operands[0] !== undefined
      ? this.variableOf(definition.operands[0])
      : undefined;
  }

  private methodOfHolder(object: Temp, name: string): FunctionForm | undefined {
    const term = this.termOf(object);
    const literal = this.definitions.objectOf(term);
    if (!literal) return undefined;
    for (const entry of literal.entries) {
      if (entry.kind !== 'property' || !('name' in entry.property) || entry.property.name !== name) continue;
      const made = this.program.definitions[entry.value];
      if (made?.op === 'closure') return made.form;
    }
    return undefined;
  }
}

function holds(block: Block, call: CallInstruction): boolean {
  return someIn(block, (each) => each === call);
}

export function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isIn(form: FunctionForm | undefined, forms: ReadonlySet<FunctionForm>): boolean {
  return form !== undefined && forms.has(form);
}

function grouped<K, V>(
  values: readonly V[],
  keyOf: (value: V) => K | undefined,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) push(groups, key, value);
  }
  return groups;
}
