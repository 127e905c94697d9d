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
import { isCountName, isNotationName, isPositionName, isTopicName, isUniqueName } from './id-names.js';

/** `free`: it comes from what the caller has, or is new; nothing is said of it. */
export type IdKind = FixedId | 'free';

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
    return new Classification(this.origins).of(temp, NONE, 0);
  }
}

class Classification {
  private readonly running = new Set<Temp>();

  constructor(private readonly origins: Origins) {}

  of(temp: Temp, bindings: Bindings, depth: number): IdKind {
    if (depth > MAX_DEPTH || this.running.has(temp)) return 'free';
    this.running.add(temp);
    const made = this.origins.definitionOf(temp);
    const kind = made ? this.ofMade(made, bindings, depth + 1) : 'free';
    this.running.delete(temp);
    return kind;
  }

  private ofMade(made: ValueInstruction, bindings: Bindings, depth: number): IdKind {
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
  ): IdKind {
    const bound = bindings.get(made.to);
    if (bound) return parts(bound.values.map((value) => this.of(value, bound.bindings, depth)));
    const parameter = this.origins.definitions.parameterOf(made.to);
    if (parameter) return this.ofParameter(parameter.form, parameter.index, depth);
    return made.opaque || made.value === undefined || made.value === null ? 'free' : 'constant';
  }

  private ofVariable(variable: Variable, bindings: Bindings, depth: number): IdKind {
    // A value of another module is one for all callers of this one.
    if (variable.imported) return isUniqueName(variable.name) ? 'free' : 'shared';
    const counting = variable.writes.filter((write) => this.isStepOf(write, (made) => loads(made, variable)));
    const others = variable.writes.filter((write) => !counting.includes(write));
    if (others.length === 0) return 'free';
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

  private ofParameter(form: FunctionForm, index: number, depth: number): IdKind {
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
  ): IdKind {
    const called = this.origins.methodName(site) ?? calledName(this.origins, site) ?? '';
    const isOwn =
      /^(?:map|flatMap|forEach|filter|some|every|from)$/u.test(called) && site.callee.kind === 'member';
    if (isOwn && index === 1) return 'index';
    if (/^reduce/u.test(called)) return index === 2 ? 'index' : 'free';
    const name = form.parameterForms[index]?.name ?? '';
    if (!isOwn) return /map|each|parallel|series/iu.test(called) && isPositionName(name) ? 'index' : 'free';
    if (index > 0 || called === 'from') return 'free';
    return this.ofElements(site.callee.object, NONE, depth);
  }

  /** `['a', 'b']` has fixed elements; a list of the caller's has not. */
  private ofElements(list: Temp, bindings: Bindings, depth: number): IdKind {
    const made = this.origins.of(list);
    const [only] = made;
    if (!only || made.length !== 1) return 'free';
    if (only.op === 'array')
      return parts(
        only.elements.map(({ value, spread }) =>
          spread ? this.ofElements(value, bindings, depth) : this.of(value, bindings, depth),
        ),
      );
    // `docs.keys()`, `Object.keys(docs)` of a list
    return only.op === 'call' && this.origins.methodName(only) === 'keys' && only.arguments.length === 0
      ? 'index'
      : 'free';
  }

  private ofComputation(
    made: Extract<ValueInstruction, { op: 'compute' }>,
    bindings: Bindings,
    depth: number,
  ): IdKind {
    const [first] = made.operands;
    switch (made.operator) {
      case 'as':
        return first === undefined ? 'free' : this.of(first, bindings, depth);
      case 'default':
        return parts(made.operands.map((operand) => this.of(operand, bindings, depth)));
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

  private ofMember(made: GetInstruction, bindings: Bindings, depth: number): IdKind {
    const { property } = made;
    if (!('name' in property)) return this.ofEntry(made.object, property.computed, bindings, depth);
    if (property.name === '0' && this.isEntry(made.object)) return 'index';
    const object = this.origins.termOf(made.object);
    if (isEnvironment(object)) return 'shared';
    const values = [
      ...this.origins.propertiesOf(made.object, property.name),
      ...this.origins.fieldWrites(made.object, property.name),
    ];
    if (values.length === 0)
      return this.isCount(made) ? 'count' : isTopicName(property.name) ? 'topic' : 'free';
    const isSame = (part: ValueInstruction): boolean =>
      part.op === 'get' && 'name' in part.property && part.property.name === property.name;
    const counting = values.filter((value) => this.isStepOf(value, isSame));
    const others = values.filter((value) => !counting.includes(value));
    const start = parts(others.map((value) => this.of(value, bindings, depth)));
    return counting.length > 0 && start !== 'free' ? 'count' : start;
  }

  /** `IDS[topic]`: one of a table of constants. */
  private ofEntry(object: Temp, key: Temp, bindings: Bindings, depth: number): IdKind {
    const tables = this.origins.of(object);
    const [table] = tables;
    if (tables.length !== 1 || table?.op !== 'object' || table.entries.length === 0) return 'free';
    const kinds = table.entries.map((entry) => this.of(entry.value, NONE, depth));
    if (parts(kinds) === 'free') return 'free';
    const kind = this.of(key, bindings, depth);
    return kind === 'free' ? 'topic' : kind;
  }

  /** `[i, doc]` of `docs.entries()`. */
  private isEntry(temp: Temp): boolean {
    const of = (list: Temp): boolean =>
      this.origins.of(list).some((made) => {
        if (made.op === 'array') return made.elements.some(({ value, spread }) => spread && of(value));
        if (made.op !== 'call') return false;
        const name = this.origins.methodName(made);
        if (name === 'entries') return made.arguments.length === 0;
        return name === 'from' && made.arguments[0] !== undefined && of(made.arguments[0].value);
      });
    return this.origins.of(temp).some((made) => {
      if (made.op === 'compute' && made.operator === 'element') return made.operands.some(of);
      const parameter = this.origins.definitions.parameterOf(made.to);
      const site = parameter && parameter.index === 0 ? this.origins.callbackSite(parameter.form) : undefined;
      return site?.callee.kind === 'member' && of(site.callee.object);
    });
  }

  /** `docs.length`, `(await collection.describe()).count`; not `job.count` of what the caller passes. */
  private isCount(made: GetInstruction): boolean {
    if (!('name' in made.property) || !isCountName(made.property.name)) return false;
    if (/^(?:length|size)$/u.test(made.property.name)) return this.isCountedList(made.object);
    return this.origins
      .of(made.object)
      .some((each) => each.op === 'call' || (each.op === 'get' && this.isAnswer(each)));
  }

  /** The length of a text says nothing of how many there are. */
  private isCountedList(object: Temp): boolean {
    return this.origins
      .of(object)
      .every((each) => (each.op !== 'compute' && each.op !== 'literal') || this.isListLike(each));
  }

  private isListLike(made: ValueInstruction): boolean {
    const parameter = this.origins.definitions.parameterOf(made.to);
    const type = parameter?.form.parameterForms[parameter.index]?.annotation;
    return parameter !== undefined && (type === undefined || type.kind === 'list' || type.kind === 'named');
  }

  private isAnswer(made: GetInstruction): boolean {
    return this.origins
      .of(made.object)
      .some((each) => each.op === 'call' || (each.op === 'get' && this.isAnswer(each)));
  }

  private ofCall(call: CallInstruction, bindings: Bindings, depth: number): IdKind {
    const name = this.origins.methodName(call) ?? calledName(this.origins, call);
    const forms = this.origins.calledBy(call);
    if (forms.length > 0) return this.ofOwnCall(call, forms, bindings, depth);
    if (name === undefined || isUniqueName(name)) return 'free';
    if (isCountName(name)) return 'count';
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
  private ofChain(object: Temp, bindings: Bindings, depth: number): readonly IdKind[] {
    return this.origins.of(object).flatMap((made): readonly IdKind[] => {
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
  ): IdKind {
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
function parts(kinds: readonly IdKind[]): IdKind {
  if (kinds.length === 0 || kinds.includes('free')) return 'free';
  return STRENGTH.find((kind) => kinds.includes(kind)) ?? 'constant';
}

function loads(made: ValueInstruction, variable: Variable): boolean {
  return made.op === 'load' && made.variable === variable;
}

function isEnvironment(term: Term): boolean {
  return term.kind === 'member' && term.name === 'env';
}

/** The name of a function that is called by itself. */
export function calledName(origins: Origins, { callee }: CallInstruction): string | undefined {
  const called = callee.kind === 'value' ? origins.definitionOf(callee.value) : undefined;
  if (called?.op === 'get' && 'name' in called.property) return called.property.name;
  if (called?.op !== 'load') return undefined;
  const { imported, name } = called.variable;
  return imported && imported.name !== 'default' && imported.name !== '*' ? imported.name : name;
}
