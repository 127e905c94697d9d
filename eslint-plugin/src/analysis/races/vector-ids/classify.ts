/** Whether an id is fixed: made of what every caller has, at every call. */
import type {
  CallInstruction,
  FunctionForm,
  GetInstruction,
  Temp,
  ValueInstruction,
  Variable,
} from '../../lower/program.js';
import type { FixedId } from '../../race.js';
import type { Origins } from '../../resources/origins.js';
import type { Term } from '../../resources/terms.js';
import { calledName } from './called-name.js';
import { Counting } from './counting.js';
import { isNotationName, isPositionName, isTopicName, isUniqueName } from './id-names.js';

/** `free`: it comes from what the caller has, or is new; nothing is said of it. */
export type IdKind = FixedId | 'free';

/** `process`: nobody else has it, but this process has it at every call. */
type PartKind = IdKind | 'process';

/** Of several parts, the one that says most about how two ids come to be the same. */
const STRENGTH: readonly FixedId[] = ['index', 'count', 'topic', 'shared', 'constant'];
/** Expressions are followed so deep. */
const MAX_DEPTH = 40;

/** What the parameters of a function are in the call at hand. */
type Bindings = ReadonlyMap<Temp, { readonly values: readonly Temp[]; readonly bindings: Bindings }>;
const NONE: Bindings = new Map();

export class IdClassifier {
  constructor(private readonly origins: Origins) {}

  classify(temp: Temp): IdKind {
    const kind = new Classification(this.origins).of(temp, NONE, 0);
    return kind === 'process' ? 'shared' : kind;
  }
}

class Classification {
  private readonly running = new Set<Temp>();
  private readonly counting: Counting;

  constructor(private readonly origins: Origins) {
    this.counting = new Counting(origins);
  }

  of(temp: Temp, bindings: Bindings, depth: number): PartKind {
    if (depth > MAX_DEPTH || this.running.has(temp)) return 'free';
    this.running.add(temp);
    const made = this.origins.definitionOf(temp);
    const kind = made ? this.ofMade(made, bindings, depth + 1) : 'free';
    this.running.delete(temp);
    return kind;
  }

  private ofMade(made: ValueInstruction, bindings: Bindings, depth: number): PartKind {
    switch (made.op) {
      case 'literal':
        return this.ofLiteral(made, bindings, depth);
      case 'load':
        return this.ofVariable(made.variable, bindings, depth);
      case 'suspend':
        return this.of(made.from, bindings, depth);
      case 'branch':
        return parts(
          made.arms.map((arm) => (arm.value === undefined ? 'free' : this.of(arm.value, bindings, depth))),
        );
      case 'compute':
        return this.ofComputation(made, bindings, depth);
      case 'get':
        return this.ofMember(made, bindings, depth);
      case 'call':
        return this.ofCall(made, bindings, depth);
      default:
        return 'free';
    }
  }

  private ofLiteral(
    made: Extract<ValueInstruction, { op: 'literal' }>,
    bindings: Bindings,
    depth: number,
  ): PartKind {
    const bound = bindings.get(made.to);
    if (bound) return parts(bound.values.map((value) => this.of(value, bound.bindings, depth)));
    const parameter = this.origins.definitions.parameterOf(made.to);
    if (parameter) return this.ofParameter(parameter.form, parameter.index, depth);
    return made.opaque || made.value === undefined || made.value === null ? 'free' : 'constant';
  }

  private ofVariable(variable: Variable, bindings: Bindings, depth: number): PartKind {
    // A value of another module is one for all callers of this one.
    if (variable.imported) return isUniqueName(variable.name) ? 'free' : 'shared';
    const counting = variable.writes.filter((write) => this.isStepOf(write, (made) => loads(made, variable)));
    const others = variable.writes.filter((write) => !counting.includes(write));
    if (others.length === 0) return 'free';
    if (counting.length === 0 && others.length === 1 && this.isMadeOnce(variable)) return 'process';
    const start = parts(others.map((write) => this.of(write, bindings, depth)));
    if (counting.length > 0)
      return start === 'free' || start === 'count'
        ? start
        : variable.owner.kind === 'module'
          ? 'count'
          : 'index';
    const isShared = variable.owner.kind === 'module' && variable.writes.length > 1;
    return isShared && start === 'constant' ? 'shared' : start;
  }

  /** `const id = randomUUID()` of the module: made when the process starts. */
  private isMadeOnce(variable: Variable): boolean {
    if (variable.owner.kind !== 'module') return false;
    return variable.writes.every((write) => this.isNew(write, 0));
  }

  private isNew(temp: Temp, depth: number): boolean {
    const made = this.origins.definitionOf(temp);
    if (depth > MAX_DEPTH || !made) return false;
    if (made.op === 'compute' && (made.operator === 'template' || made.operator === '+'))
      return made.operands.some((operand) => this.isNew(operand, depth + 1));
    if (made.op !== 'call' || this.origins.calledBy(made).length > 0) return false;
    const name = this.origins.methodName(made) ?? calledName(this.origins, made);
    if (name !== undefined && isNotationName(name) && made.callee.kind === 'member')
      return this.isNew(made.callee.object, depth + 1);
    return name !== undefined && isUniqueName(name);
  }

  /** `i + 1` that is stored to `i`. */
  private isStepOf(write: Temp, isSame: (made: ValueInstruction) => boolean): boolean {
    const made = this.origins.definitionOf(write);
    return (
      made?.op === 'compute' &&
      (made.operator === '+' || made.operator === '-') &&
      made.operands.some((operand) => {
        const part = this.origins.definitionOf(operand);
        return part !== undefined && isSame(part);
      })
    );
  }

  private ofParameter(form: FunctionForm, index: number, depth: number): PartKind {
    const site = this.origins.callbackSite(form);
    if (site) return this.ofCallbackParameter(form, index, site, depth);
    const name = form.parameterForms[index]?.name;
    if (name !== undefined && isTopicName(name)) return 'topic';
    const calls = this.origins.callsOf(form);
    if (!calls) return 'free';
    return parts(
      calls.map((call) => {
        const argument = call.arguments[index];
        return argument && !argument.spread ? this.of(argument.value, NONE, depth) : 'free';
      }),
    );
  }

  /** The index that `map` and its like count from 0, or the element of a list. */
  private ofCallbackParameter(
    form: FunctionForm,
    index: number,
    site: CallInstruction,
    depth: number,
  ): PartKind {
    const called = this.origins.methodName(site) ?? calledName(this.origins, site) ?? '';
    const isOwn =
      /^(?:map|flatMap|forEach|filter|some|every|from)$/u.test(called) && site.callee.kind === 'member';
    if (isOwn && index === 1) return 'index';
    if (/^reduce/u.test(called)) return index === 2 ? 'index' : 'free';
    const name = form.parameterForms[index]?.name ?? '';
    if (!isOwn) return /map|each|parallel|series/iu.test(called) && isPositionName(name) ? 'index' : 'free';
    if (index > 0) return 'free';
    // `Array.from(docs.keys(), (position) => …)`
    if (called === 'from')
      return site.arguments[0] ? this.ofElements(site.arguments[0].value, NONE, depth) : 'free';
    return this.ofElements(site.callee.object, NONE, depth);
  }

  /** `['a', 'b']` has fixed elements; a list of the caller's has not. */
  private ofElements(list: Temp, bindings: Bindings, depth: number): PartKind {
    const made = this.origins.of(list);
    const [only] = made;
    if (!only || made.length !== 1) return 'free';
    if (only.op === 'array')
      return parts(
        only.elements.map(({ value, spread }) =>
          spread ? this.ofElements(value, bindings, depth) : this.of(value, bindings, depth),
        ),
      );
    return only.op === 'call' && this.counting.isPositions(only) ? 'index' : 'free';
  }

  private ofComputation(
    made: Extract<ValueInstruction, { op: 'compute' }>,
    bindings: Bindings,
    depth: number,
  ): PartKind {
    const [first] = made.operands;
    switch (made.operator) {
      case 'as':
        return first === undefined ? 'free' : this.of(first, bindings, depth);
      case 'default':
        // A parameter that the call at hand leaves out is what it is by default.
        return parts(
          made.operands
            .filter((operand) => bindings.get(operand)?.values.length !== 0)
            .map((operand) => this.of(operand, bindings, depth)),
        );
      case 'template':
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return parts(made.operands.map((operand) => this.of(operand, bindings, depth)));
      case 'key':
        return 'index';
      case 'element':
        return first === undefined ? 'free' : this.ofElements(first, bindings, depth);
      default:
        return 'free';
    }
  }

  private ofMember(made: GetInstruction, bindings: Bindings, depth: number): PartKind {
    const { property } = made;
    if (!('name' in property)) return this.ofEntry(made.object, property.computed, bindings, depth);
    if (property.name === '0' && this.counting.isEntry(made.object)) return 'index';
    const object = this.origins.termOf(made.object);
    if (isEnvironment(object)) return 'shared';
    const values = [
      ...this.origins.propertiesOf(made.object, property.name),
      ...this.origins.fieldWrites(made.object, property.name),
    ];
    if (values.length === 0)
      return this.counting.isCount(made) ? 'count' : isTopicName(property.name) ? 'topic' : 'free';
    const isSame = (part: ValueInstruction): boolean =>
      part.op === 'get' && 'name' in part.property && part.property.name === property.name;
    const counting = values.filter((value) => this.isStepOf(value, isSame));
    const others = values.filter((value) => !counting.includes(value));
    const start = parts(others.map((value) => this.of(value, bindings, depth)));
    return counting.length > 0 && start !== 'free' ? 'count' : start;
  }

  /** `IDS[topic]`: one of a table of constants. */
  private ofEntry(object: Temp, key: Temp, bindings: Bindings, depth: number): PartKind {
    const tables = this.origins.of(object);
    const [table] = tables;
    if (tables.length !== 1 || table?.op !== 'object' || table.entries.length === 0) return 'free';
    const kinds = table.entries.map((entry) => this.of(entry.value, NONE, depth));
    if (parts(kinds) === 'free') return 'free';
    const kind = this.of(key, bindings, depth);
    return kind === 'free' ? 'topic' : kind;
  }

  private ofCall(call: CallInstruction, bindings: Bindings, depth: number): PartKind {
    const name = this.origins.methodName(call) ?? calledName(this.origins, call);
    const forms = this.origins.calledBy(call);
    if (forms.length > 0) return this.ofOwnCall(call, forms, bindings, depth);
    if (name === undefined || isUniqueName(name)) return 'free';
    if (this.counting.isCountCall(call)) return 'count';
    if (this.counting.isPositions(call)) return 'index';
    if (name === 'env') return 'shared';
    const own = call.arguments.map((argument) => this.of(argument.value, bindings, depth));
    if (isNotationName(name) && call.callee.kind === 'member')
      return name === 'String' ? parts(own) : this.of(call.callee.object, bindings, depth);
    if (name === 'join' && call.callee.kind === 'member')
      return this.ofElements(call.callee.object, bindings, depth);
    // A hash of constants is a constant; of anything else, it is what that is.
    const from = call.callee.kind === 'member' ? this.ofChain(call.callee.object, bindings, depth) : [];
    return parts([...from, ...own]);
  }

  /** What went into a chain of calls: `createHash('sha256').update(text)`. */
  private ofChain(object: Temp, bindings: Bindings, depth: number): readonly PartKind[] {
    return this.origins.of(object).flatMap((made): readonly PartKind[] => {
      if (made.op !== 'call') return [];
      const own = made.arguments.map((argument) => this.of(argument.value, bindings, depth));
      return made.callee.kind === 'member'
        ? [...this.ofChain(made.callee.object, bindings, depth), ...own]
        : own;
    });
  }

  /** A function of this file: what it returns, with the arguments of this call. */
  private ofOwnCall(
    call: CallInstruction,
    forms: readonly FunctionForm[],
    bindings: Bindings,
    depth: number,
  ): PartKind {
    return parts(
      forms.map((form) => {
        const inner = new Map(
          form.parameters.map((temp, index) => {
            const isRest = form.parameterForms[index]?.rest === true;
            const passed = call.arguments.slice(index, isRest ? undefined : index + 1);
            return [temp, { values: passed.map(({ value }) => value), bindings }] as const;
          }),
        );
        return parts(this.origins.definitions.returnsOf(form).map((result) => this.of(result, inner, depth)));
      }),
    );
  }
}

/** Of several parts that make one value, or of several values, one of which it is: fixed where all are. */
function parts(kinds: readonly PartKind[]): PartKind {
  if (kinds.length === 0 || kinds.includes('free')) return 'free';
  // What this process alone has, and counts on with, is new each time.
  if (kinds.includes('process')) return kinds.includes('count') ? 'free' : 'process';
  return STRENGTH.find((kind) => kinds.includes(kind)) ?? 'constant';
}

function loads(made: ValueInstruction, variable: Variable): boolean {
  return made.op === 'load' && made.variable === variable;
}

function isEnvironment(term: Term): boolean {
  return term.kind === 'member' && term.name === 'env';
}
