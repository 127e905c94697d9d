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
import { blocksOf, someIn } from './blocks.js';
import { collectReturns, type Definitions } from '../definitions.js';
import type { Receivers } from '../receivers.js';
import type { Term } from '../terms.js';

/** A call and what is around it in its function. */
export interface CallSite {
  readonly call: CallInstruction;
  readonly form: FunctionForm;
  /** Innermost first. */
  readonly loops: readonly LoopInstruction[];
}

/** A function handed to a call. */
export interface ArgumentUse {
  readonly site: CallSite;
  readonly position: number;
  /** The property of the object that stands there. */
  readonly property?: string;
}

export interface ParameterPlace {
  readonly form: FunctionForm;
  readonly index: number;
  readonly property?: string;
}

export class ProgramIndex {
  readonly sites: CallSite[] = [];
  /** How many more instructions of retries are followed in this file: it is a bound for code that is out of the ordinary. */
  steps = 8000;
  readonly branches: { readonly branch: BranchInstruction; readonly form: FunctionForm }[] = [];
  private readonly byCall = new Map<CallInstruction, CallSite>();
  private readonly callers = new Map<FunctionForm, CallSite[]>();
  private readonly uses = new Map<FunctionForm, ArgumentUse[]>();
  private readonly parameterCalls = new Map<string, CallSite[]>();
  private readonly forwards = new Map<string, ArgumentUse[]>();
  private refreshingCalls: readonly CallInstruction[] | undefined;
  private readonly inner = new Set<Temp>();
  private readonly handedOn = new Set<Temp>();
  private readonly formOfTemp = new Map<Temp, FunctionForm>();
  /** Stores to variables, and to members of what variables hold. */
  readonly stores = new Map<Variable, { readonly store: StoreInstruction; readonly form: FunctionForm }[]>();
  readonly sets = new Map<Variable, SetInstruction[]>();

  constructor(
    readonly program: Program,
    readonly definitions: Definitions,
    readonly receivers: Receivers,
    checkCancelled: () => void,
  ) {
    for (const form of program.functions) {
      checkCancelled();
      this.visit(form.body, form, []);
    }
    for (const site of this.sites) this.noteUses(site);
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
    return this.byCall.get(call);
  }

  callersOf(form: FunctionForm): readonly CallSite[] {
    return this.callers.get(form) ?? [];
  }

  usesOf(form: FunctionForm): readonly ArgumentUse[] {
    return this.uses.get(form) ?? [];
  }

  /** The calls of what is passed for a parameter. */
  callsOfParameter({ form, index, property }: ParameterPlace): readonly CallSite[] {
    return (
      this.parameterCalls.get(placeKey({ form, index, ...(property !== undefined && { property }) })) ?? []
    );
  }

  termOf(temp: Temp): Term {
    return this.definitions.termOf(temp);
  }

  /** The calls that a parameter's function is handed on to. */
  forwardsOf(place: ParameterPlace): readonly ArgumentUse[] {
    return this.forwards.get(placeKey(place)) ?? [];
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
    return this.handedOn.has(call.to);
  }

  /** A step of a chain that goes on: only its last call reaches out. */
  isInner(call: CallInstruction): boolean {
    return this.inner.has(call.to);
  }

  /** True where a value is made from the element that a loop is at. */
  dependsOnElement(temps: readonly Temp[], loop: LoopInstruction): boolean {
    const elements = new Set<Variable>();
    if (
      !loop.header.some(
        (each) => each.op === 'compute' && (each.operator === 'element' || each.operator === 'key'),
      )
    )
      return false;
    for (const each of loop.header) if (each.op === 'store') elements.add(each.variable);
    const seen = new Set<Temp>();
    const queue = [...temps];
    for (let temp = queue.pop(); temp !== undefined; temp = queue.pop()) {
      if (seen.has(temp) || seen.size > 2000) continue;
      seen.add(temp);
      const definition = this.program.definitions[temp];
      if (definition?.op === 'load' && elements.has(definition.variable)) return true;
      if (definition) queue.push(...partsOf(definition));
    }
    return false;
  }

  /** The function that produces a value. */
  formAt(temp: Temp): FunctionForm | undefined {
    return this.formOfTemp.get(temp);
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

  /** The name a call goes by, its object left out; imported under another name, its own. */
  calledName({ callee }: CallInstruction): string | undefined {
    if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : undefined;
    return callee.kind === 'value' ? this.nameOf(callee.value) : undefined;
  }

  /** What a call does, by its name: of `client.send(new GetCommand(…))`, the command's. */
  operationName(call: CallInstruction): string {
    const name = this.calledName(call) ?? '';
    const [first] = call.arguments;
    const command = name === 'send' && first ? this.program.definitions[first.value] : undefined;
    if (command?.op !== 'call' || !command.construct) return name;
    const own = this.calledName(command) ?? name;
    return own.charAt(0).toLowerCase() + own.slice(1);
  }

  nameOf(temp: Temp | undefined): string | undefined {
    const definition = temp === undefined ? undefined : this.program.definitions[temp];
    switch (definition?.op) {
      case 'load': {
        const { imported, name } = definition.variable;
        return imported && imported.name !== 'default' && imported.name !== '*' ? imported.name : name;
      }
      case 'get':
        return 'name' in definition.property ? definition.property.name : undefined;
      case 'closure':
        return definition.form.name;
      case 'suspend':
        return this.nameOf(definition.from);
      default:
        return undefined;
    }
  }

  /** The names of the classes of this file that a class extends. */
  linesOf(name: string): readonly string[] {
    const lines: string[] = [];
    let form = this.program.classes.find((each) => each.name === name);
    while (form && lines.length < 8) {
      const base = this.nameOf(form.superClass);
      if (base === undefined || lines.includes(base)) break;
      lines.push(base);
      form = this.program.classes.find((each) => each.name === base);
    }
    return lines;
  }

  /** The texts that a value is made of: a constant, a list or set of constants, the source of a pattern. */
  textsOf(temp: Temp | undefined, depth = 0): readonly string[] {
    const definition = temp === undefined ? undefined : this.program.definitions[temp];
    if (!definition || depth > 6) return [];
    switch (definition.op) {
      case 'literal':
        if (!definition.opaque) return [String(definition.value)];
        return [this.program.textOf(definition.at)].filter((text) => text.startsWith('/'));
      case 'array':
        return definition.elements.flatMap((element) => this.textsOf(element.value, depth + 1));
      case 'object':
        return definition.entries.flatMap((entry) =>
          entry.kind === 'property' && 'name' in entry.property ? [entry.property.name] : [],
        );
      case 'call':
        return definition.arguments.flatMap((argument) => this.textsOf(argument.value, depth + 1));
      case 'compute':
        return definition.operands.flatMap((operand) => this.textsOf(operand, depth + 1));
      case 'load':
        return definition.variable.writes.flatMap((write) => this.textsOf(write, depth + 1));
      default:
        return [];
    }
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

  private visit(block: Block, form: FunctionForm, loops: readonly LoopInstruction[]): void {
    for (const instruction of block) {
      if ('to' in instruction) this.formOfTemp.set(instruction.to, form);
      switch (instruction.op) {
        case 'call': {
          const site = { call: instruction, form, loops };
          this.sites.push(site);
          this.byCall.set(instruction, site);
          break;
        }
        case 'store':
          push(this.stores, instruction.variable, { store: instruction, form });
          break;
        case 'set': {
          const variable = this.variableOf(instruction.object);
          if (variable) push(this.sets, variable, instruction);
          break;
        }
        case 'branch':
          this.branches.push({ branch: instruction, form });
          for (const arm of instruction.arms) this.visit(arm.body, form, loops);
          break;
        case 'loop': {
          const inner = [instruction, ...loops];
          this.visit(instruction.header, form, inner);
          this.visit(instruction.body, form, inner);
          this.visit(instruction.update, form, inner);
          break;
        }
        case 'region':
          this.visit(instruction.body, form, loops);
          break;
        case 'try':
          this.visit(instruction.body, form, loops);
          this.visit(instruction.handler ?? [], form, loops);
          this.visit(instruction.finalizer ?? [], form, loops);
          break;
        default:
      }
    }
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

  private noteUses(site: CallSite): void {
    const { call } = site;
    this.noteInner(call);
    const callee = this.calleeForm(call);
    if (callee) push(this.callers, callee, site);
    const parameter = this.parameterOf(calleeValue(call));
    if (parameter) push(this.parameterCalls, placeKey(parameter), site);
    call.arguments.forEach(({ value }, position) => {
      this.handedOn.add(value);
      const form = this.functionOf(value);
      if (form) push(this.uses, form, { site, position });
      const passed = form ? undefined : this.parameterOf(value);
      if (passed) push(this.forwards, placeKey(passed), { site, position });
      const definition = this.program.definitions[value];
      if (definition?.op !== 'object') return;
      for (const entry of definition.entries) {
        if (entry.kind !== 'property' || !('name' in entry.property)) continue;
        const inner = this.functionOf(entry.value);
        if (inner) push(this.uses, inner, { site, position, property: entry.property.name });
      }
    });
    // `this.retry.execute(…)` is a call of its object's; a parameter that is called by `.call` is a call of it.
    if (
      call.callee.kind === 'member' &&
      'name' in call.callee.property &&
      call.callee.property.name === 'call'
    ) {
      const called = this.parameterOf(call.callee.object);
      if (called) push(this.parameterCalls, placeKey(called), site);
    }
  }

  private noteInner({ callee }: CallInstruction): void {
    if (callee.kind !== 'member' || !('name' in callee.property)) return;
    if (/^(?:then|catch|finally)$/u.test(callee.property.name)) return;
    let definition = this.program.definitions[callee.object];
    while (definition?.op === 'get') definition = this.program.definitions[definition.object];
    if (definition?.op === 'call') this.inner.add(definition.to);
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

/** The values that a value is made of. */
function partsOf(definition: ValueInstruction): readonly Temp[] {
  switch (definition.op) {
    case 'load':
      return definition.variable.writes;
    case 'get':
      return [definition.object];
    case 'suspend':
      return [definition.from];
    case 'compute':
      return definition.operands;
    case 'object':
      return definition.entries.map((entry) => entry.value);
    case 'array':
      return definition.elements.map((element) => element.value);
    case 'branch':
      return definition.arms.flatMap((arm) => (arm.value === undefined ? [] : [arm.value]));
    case 'call': {
      const { callee } = definition;
      const own = callee.kind === 'member' ? [callee.object] : callee.kind === 'value' ? [callee.value] : [];
      return [...own, ...definition.arguments.map((argument) => argument.value)];
    }
    case 'closure':
      return collectReturns(definition.form.body);
    default:
      return [];
  }
}

export function calleeValue({ callee }: CallInstruction): Temp | undefined {
  return callee.kind === 'value' ? callee.value : undefined;
}

export function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isIn(form: FunctionForm | undefined, forms: ReadonlySet<FunctionForm>): boolean {
  return form !== undefined && forms.has(form);
}

function placeKey({ form, index, property }: ParameterPlace): string {
  return `${form.id},${index},${property ?? ''}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
