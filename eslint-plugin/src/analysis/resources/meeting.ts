/**
 * Whether a function of a file can meet what the modules beside it do to stores and locks. Most can not: they call one
 * function of another module, and what that one does by itself is told there.
 */
import type { StoreModel } from '../../stores/model.js';
import { ROW_WRITES } from '../../stores/rows.js';
import type {
  CallInstruction,
  FunctionForm,
  Program,
  Temp,
  ValueInstruction,
  Variable,
} from '../lower/program.js';
import { calledName } from './code/names.js';

/** The modules beside a file that hold a store or a lock, or lead to one that does. */
export interface Beside {
  /** Whether an import means one of them. */
  isBeside(specifier: string): boolean;
  /** Whether one of them declares a function of this name, or has an object with such a method. */
  offers(name: string): boolean;
}

/** Calls after which a single one counts for several: it is tried again, or runs beside itself. */
const SEVERAL =
  /^(?:all|allSettled|race|any|pMap|mapLimit|eachLimit|parallel|mapAsync|asyncMap|setInterval|every)$|retr|attempt|backoff|poll/iu;
/** Calls are followed this deep; what goes deeper is taken to meet. */
const MAX_DEPTH = 100;

/**
 * True where one execution of one function may reach the modules beside the file `times` times: a read here and a
 * write there, or one that is done again.
 */
export function mayMeet(program: Program, beside: Beside, times: number): boolean {
  return new Meeting(program, beside, times).isFound();
}

class Meeting {
  private readonly counts = new Map<FunctionForm, number>();
  private readonly variables = new Map<Variable, boolean>();
  private readonly names = new Map<string, boolean>();
  private readonly byName = new Map<string, FunctionForm[]>();
  private depth = 0;

  constructor(
    private readonly program: Program,
    private readonly beside: Beside,
    private readonly times: number,
  ) {
    for (const form of program.functions) {
      if (form.name === undefined) continue;
      const known = this.byName.get(form.name);
      if (known) known.push(form);
      else this.byName.set(form.name, [form]);
    }
  }

  isFound(): boolean {
    return this.program.functions.some((form) => this.countOf(form) >= this.times);
  }

  /** How often a function reaches out, with those that it holds and calls; no more is counted than is asked for. */
  private countOf(form: FunctionForm): number {
    const known = this.counts.get(form);
    if (known !== undefined) return known;
    if (this.depth >= MAX_DEPTH) return this.times;
    this.depth++;
    this.counts.set(form, 0);
    const count = Math.min(this.times, this.count(form));
    this.counts.set(form, count);
    this.depth--;
    return count;
  }

  private count(form: FunctionForm): number {
    let count = 0;
    // What a module's own statements hand out runs by itself, some other time.
    const isModule = form.kind === 'module';
    // It does little else but make things, once; what runs beside other executions waits for something.
    if (isModule && !form.suspends) return 0;
    for (const call of form.calls) {
      count += this.callCount(call, isModule);
      if (count >= this.times) return count;
    }
    if (isModule) return count;
    for (const nested of form.nested) count += this.countOf(nested);
    return count;
  }

  private callCount(call: CallInstruction, isModule: boolean): number {
    const name = calledName(this.program, call);
    let count = this.isOut(call, name) ? 1 : 0;
    if (name !== undefined && this.byName.has(name))
      for (const form of this.byName.get(name) ?? []) count = Math.max(count, this.countOf(form));
    if (isModule) return count;
    for (const { value } of call.arguments) count += this.handedCount(value);
    return count > 0 && name !== undefined && SEVERAL.test(name) ? this.times : count;
  }

  /** Functions that are handed on, by themselves or in an object: who takes them may call them. */
  private handedCount(value: Temp): number {
    const definition = this.program.definitions[value];
    if (definition?.op === 'object')
      return definition.entries.filter((entry) => this.isHanded(entry.value)).length;
    return this.isHanded(value) ? 1 : 0;
  }

  private isHanded(value: Temp): boolean {
    const definition = this.program.definitions[value];
    return definition?.op === 'load' && this.isVariableBeside(definition.variable);
  }

  private isOut(call: CallInstruction, name: string | undefined): boolean {
    const root = this.rootOf(call);
    if (root && this.isVariableBeside(root)) return true;
    // What comes from elsewhere is none of theirs.
    if (root?.imported || root?.kind === 'global') return false;
    if (call.callee.kind === 'super') return true;
    if (call.callee.kind === 'value') return root?.kind === 'parameter' && this.isOffered(name);
    return this.isOffered(name);
  }

  private isOffered(name: string | undefined): boolean {
    if (name === undefined) return true;
    let known = this.names.get(name);
    if (known === undefined) this.names.set(name, (known = this.beside.offers(name)));
    return known;
  }

  private rootOf({ callee }: CallInstruction): Variable | undefined {
    if (callee.kind === 'super') return undefined;
    return this.variableBehind(callee.kind === 'member' ? callee.object : callee.value);
  }

  /** The variable that a chain of members and calls begins with. */
  private variableBehind(temp: Temp | undefined): Variable | undefined {
    for (let at = temp, steps = 0; at !== undefined && steps < 200; steps++) {
      const definition: ValueInstruction | undefined = this.program.definitions[at];
      if (definition?.op === 'load') return definition.variable;
      at = definition && behind(definition);
    }
    return undefined;
  }

  private isVariableBeside(variable: Variable): boolean {
    const known = this.variables.get(variable);
    if (known !== undefined) return known;
    this.variables.set(variable, false);
    const is = variable.imported
      ? this.beside.isBeside(variable.imported.source)
      : variable.writes.some((write) => this.isFromBeside(write));
    this.variables.set(variable, is);
    return is;
  }

  /** Taken from a module beside, made by one of its classes, or what one of its functions gives. */
  private isFromBeside(write: Temp): boolean {
    const required = this.requiredBy(write);
    if (required !== undefined) return this.beside.isBeside(required);
    const variable = this.variableBehind(write);
    return variable !== undefined && variable.kind !== 'global' && this.isVariableBeside(variable);
  }

  /** `require('./store')`, `(await import('./store')).default` */
  private requiredBy(temp: Temp): string | undefined {
    for (let at: Temp | undefined = temp, steps = 0; at !== undefined && steps < 200; steps++) {
      const definition: ValueInstruction | undefined = this.program.definitions[at];
      const source = definition && this.specifierIn(definition);
      if (source !== undefined) return source;
      at = definition && behind(definition);
    }
    return undefined;
  }

  private specifierIn(definition: ValueInstruction): string | undefined {
    const isRequire = definition.op === 'call' && calledName(this.program, definition) === 'require';
    const isImport = definition.op === 'compute' && definition.operator === 'import';
    const from = isRequire ? definition.arguments[0]?.value : isImport ? definition.operands[0] : undefined;
    const source = from === undefined ? undefined : this.program.definitions[from];
    return source?.op === 'literal' && typeof source.value === 'string' ? source.value : undefined;
  }
}

/** What a member is of, what a call is made on, what is waited for. */
function behind(definition: ValueInstruction): Temp | undefined {
  switch (definition.op) {
    case 'get':
      return definition.object;
    case 'suspend':
      return definition.from;
    case 'compute':
      return definition.operands[0];
    case 'call': {
      const { callee } = definition;
      return callee.kind === 'member' ? callee.object : callee.kind === 'value' ? callee.value : undefined;
    }
    default:
      return undefined;
  }
}

const DECLARED =
  /\bfunction\b\s*\*?\s*([\w$]+)|(?:^|[{;,}*])\s*(?:(?:public|private|protected|static|async|override|readonly|abstract|get|set)\s+)*([\w$]+)\s*(?:<[^>\n]*>)?\s*\(|([\w$]+)\s*[?!]?\s*[:=](?![=])|\bas\s+([\w$]+)|\bclass\s+([\w$]+)/gmu;

/** Names that a text declares, of functions, methods and what may hold one; more rather than less. */
export function declaredNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(DECLARED)) {
    const name = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5];
    if (name !== undefined) names.add(name.toLowerCase());
  }
  return names;
}

/** Names under which objects of a store are asked to do something. */
export function methodNames(store: StoreModel): readonly string[] {
  const { methods, raw, derived, lock, alone, ifUnchanged } = store;
  const listed = [methods, raw, derived, lock?.runs, alone, ifUnchanged].flatMap((each) =>
    Object.keys(each ?? {}),
  );
  const named = [store.watch, store.unwatch, store.send, lock?.acquires, lock?.releases].flatMap(
    (each) => each ?? [],
  );
  const rows = store.family === 'rows' ? [...ROW_WRITES] : [];
  return [...listed, ...named, ...rows].map((name) => (name.split('.').at(-1) ?? name).toLowerCase());
}
