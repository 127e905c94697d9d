/** One search for where a value may have been made: through names, waits, casts, choices and calls. */
import type { CallInstruction, FunctionForm, Temp, ValueInstruction } from '../lower/program.js';
import type { Origins } from './origins.js';

/** Methods that call their argument for each element of a list. */
export const EACH = new Set(['forEach', 'map', 'flatMap']);
/** Chains of names and calls are followed this far. */
const MAX_STEPS = 200;

export class OriginSearch {
  readonly found: ValueInstruction[] = [];
  private readonly seen = new Set<Temp>();

  constructor(private readonly origins: Origins) {}

  follow(temp: Temp): void {
    if (this.seen.has(temp) || this.seen.size > MAX_STEPS) return;
    this.seen.add(temp);
    const made = this.origins.definitionOf(temp);
    if (!made) return;
    switch (made.op) {
      case 'load':
        this.followVariable(made);
        return;
      case 'suspend':
        this.follow(made.from);
        return;
      case 'branch':
        for (const arm of made.arms) if (arm.value !== undefined) this.follow(arm.value);
        return;
      case 'compute':
        if (made.operator === 'as' || made.operator === 'default')
          made.operands.forEach((operand) => {
            this.follow(operand);
          });
        else if (made.operator === 'element') this.followElements(made, made.operands[0]);
        else this.found.push(made);
        return;
      case 'get':
        this.followMember(made);
        return;
      case 'call':
        this.followCall(made);
        return;
      case 'literal':
        this.followParameter(made);
        return;
      default:
        this.found.push(made);
    }
  }

  private followVariable(made: Extract<ValueInstruction, { op: 'load' }>): void {
    const { imported, writes } = made.variable;
    const values = imported ? this.origins.exportedBy(imported) : writes;
    if (values.length === 0) this.found.push(made);
    else
      values.forEach((value) => {
        this.follow(value);
      });
  }

  /** `promise.then((value) => …)`: the value is the promise's. */
  private followParameter(made: Extract<ValueInstruction, { op: 'literal' }>): void {
    const parameter = this.origins.definitions.parameterOf(made.to);
    const site = parameter?.index === 0 ? this.origins.callbackSite(parameter.form) : undefined;
    const method = site && this.origins.methodName(site);
    if (site?.callee.kind !== 'member' || method === undefined) this.found.push(made);
    else if (method === 'then') this.follow(site.callee.object);
    else if (EACH.has(method)) this.followElements(made, site.callee.object);
    else this.found.push(made);
  }

  /** What goes through a list that is written out is one of its elements. */
  private followElements(made: ValueInstruction, list: Temp | undefined): void {
    const values = this.origins.valuesOfTable(list, 'values');
    if (values.length > 0) {
      values.forEach((value) => {
        this.follow(value);
      });
      return;
    }
    const lists = list === undefined ? [] : this.origins.of(list);
    const elements = lists.flatMap((each) => (each.op === 'array' ? each.elements : []));
    const isKnown = elements.length > 0 && lists.every(({ op }) => op === 'array');
    if (isKnown && elements.every(({ spread }) => !spread))
      elements.forEach(({ value }) => {
        this.follow(value);
      });
    else this.found.push(made);
  }

  private followMember(made: Extract<ValueInstruction, { op: 'get' }>): void {
    if (!('name' in made.property)) {
      this.found.push(made);
      return;
    }
    const { name } = made.property;
    const values = [
      ...(/^\d+$/u.test(name) ? this.origins.elementsAt(made.object, Number(name)) : []),
      ...this.origins.exportedAt(made.object, name),
      ...this.origins.propertiesOf(made.object, name),
      ...this.origins.fieldWrites(made.object, name),
    ];
    if (values.length === 0) this.found.push(made);
    else
      values.forEach((value) => {
        this.follow(value);
      });
  }

  private followCall(call: CallInstruction): void {
    const passed = passedOn(this.origins, call);
    if (passed !== undefined) {
      this.follow(passed);
      return;
    }
    const forms = givers(this.origins, call);
    const results = forms.flatMap((form) => this.origins.definitions.returnsOf(form));
    if (results.length === 0) this.found.push(call);
    else
      results.forEach((result) => {
        this.follow(result);
      });
  }
}

/** The functions whose results a call gives: those of this file that it calls, or the callback of a `then`. */
function givers(origins: Origins, call: CallInstruction): readonly FunctionForm[] {
  const [callback] = call.arguments;
  if (origins.methodName(call) === 'then' && callback) return origins.functionsOf(callback.value);
  return origins.calledBy(call).filter((form) => !form.generator);
}

/** What goes through a call unchanged: `Promise.all(list)`, `fn.bind(this)`, `promise.catch(…)`. */
function passedOn(origins: Origins, call: CallInstruction): Temp | undefined {
  const { callee } = call;
  const name = origins.methodName(call);
  if (callee.kind !== 'member' || name === undefined || call.construct) return undefined;
  if (name === 'bind' || name === 'catch' || name === 'finally') return callee.object;
  const object = origins.termOf(callee.object);
  if (object.kind !== 'global') return undefined;
  const passes =
    (object.name === 'Promise' && (name === 'all' || name === 'resolve')) ||
    (object.name === 'Object' && name === 'freeze');
  return passes ? call.arguments[0]?.value : undefined;
}
