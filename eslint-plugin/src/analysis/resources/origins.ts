/**
 * Where values may have been made, whatever runs before: seen through names, waits, casts, choices, and calls of
 * functions that the file shows. For what is built once and used as a whole: graphs, schemas, lists of records.
 */
import type {
  CallInstruction,
  FunctionForm,
  ImportOrigin,
  Temp,
  ValueInstruction,
} from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { Objects } from './objects.js';
import { EACH, OriginSearch } from './origin-search.js';
import type { Term } from './terms.js';

/** A value's members are asked for where it was made, and theirs there, so often. */
const MAX_DEPTH = 24;

export class Origins {
  private depth = 0;
  private callSites: ReadonlyMap<FunctionForm, readonly CallInstruction[]> | undefined;
  private callbackSites: ReadonlyMap<FunctionForm, CallInstruction> | undefined;

  constructor(
    readonly definitions: Definitions,
    private readonly objects: Objects,
  ) {}

  /** The instructions that may have made a value. */
  of(temp: Temp): readonly ValueInstruction[] {
    // What is made of itself, `list = list[0]`, is asked for again and again.
    if (this.depth >= MAX_DEPTH) return [];
    this.depth++;
    const search = new OriginSearch(this);
    search.follow(temp);
    this.depth--;
    return search.found;
  }

  /** The functions that a value may be: closures, bound ones, methods of a class or an object of this file. */
  functionsOf(temp: Temp): readonly FunctionForm[] {
    return this.of(temp).flatMap((made) => {
      if (made.op === 'closure') return [made.form];
      const method = made.op === 'get' ? this.methodAt(this.termOf(made.to)) : undefined;
      return method ? [method] : [];
    });
  }

  termOf(temp: Temp): Term {
    return this.definitions.termOf(temp);
  }

  definitionOf(temp: Temp): ValueInstruction | undefined {
    return this.definitions.program.definitions[temp];
  }

  /** The name of the method that a call calls. */
  methodName({ callee }: CallInstruction): string | undefined {
    return callee.kind === 'member' && 'name' in callee.property ? callee.property.name : undefined;
  }

  /** The functions of this file that a call may run. */
  calledBy(call: CallInstruction): readonly FunctionForm[] {
    if (call.construct) return [];
    if (call.callee.kind === 'value') return this.functionsOf(call.callee.value);
    if (call.callee.kind === 'super' || !('name' in call.callee.property)) return [];
    const object = this.termOf(call.callee.object);
    const method = this.methodAt(this.definitions.memberOf(object, call.callee.property.name));
    return method ? [method] : [];
  }

  /** The calls of a function in this file; undefined where others can call it, too. */
  callsOf(form: FunctionForm): readonly CallInstruction[] | undefined {
    if (form.exported || form.member?.exported === true) return form.hidden ? this.sitesOf(form) : undefined;
    const sites = this.sitesOf(form);
    return sites.length > 0 ? sites : undefined;
  }

  /** The call that a callback is handed to. */
  callbackSite(form: FunctionForm): CallInstruction | undefined {
    this.callbackSites ??= this.collectCallbacks();
    return this.callbackSites.get(form);
  }

  private collectCallbacks(): ReadonlyMap<FunctionForm, CallInstruction> {
    const sites = new Map<FunctionForm, CallInstruction>();
    for (const call of this.definitions.program.functions.flatMap(({ calls }) => calls)) {
      for (const { value } of call.arguments) {
        const term = this.termOf(value);
        if (term.kind === 'closure') sites.set(term.form, call);
      }
    }
    return sites;
  }

  /** What an object literal, or the literals that a value may be, have under a name. */
  propertiesOf(temp: Temp, name: string): readonly Temp[] {
    return this.of(temp).flatMap((made) => (made.op === 'object' ? propertyOf(made, name) : []));
  }

  /** `const [store, pages] = await Promise.all([…])`; the values of `for (const [name, value] of Object.entries({ … }))`. */
  elementsAt(list: Temp, index: number): readonly Temp[] {
    return this.of(list).flatMap((made): readonly Temp[] => {
      if (made.op === 'array') {
        const element = made.elements[index];
        return element && !made.elements.slice(0, index + 1).some(({ spread }) => spread)
          ? [element.value]
          : [];
      }
      return index === 1 ? this.valuesOfTable(this.listThroughWhich(made), 'entries') : [];
    });
  }

  /** The values of an object literal, where a call gives them as a list: `Object.values(nodes)`. */
  valuesOfTable(list: Temp | undefined, method: 'entries' | 'values'): readonly Temp[] {
    return (list === undefined ? [] : this.of(list)).flatMap((made) => {
      const [table] = made.op === 'call' && this.methodName(made) === method ? made.arguments : [];
      return (table ? this.of(table.value) : []).flatMap((each) =>
        each.op === 'object'
          ? each.entries.flatMap((entry) => (entry.kind === 'property' ? [entry.value] : []))
          : [],
      );
    });
  }

  /** The list of which a value is one element after the other: in a loop, or in the callback of `forEach` and its like. */
  listThroughWhich(made: ValueInstruction): Temp | undefined {
    if (made.op === 'compute' && made.operator === 'element') return made.operands[0];
    const parameter = this.definitions.parameterOf(made.to);
    const site = parameter?.index === 0 ? this.callbackSite(parameter.form) : undefined;
    if (site?.callee.kind !== 'member' || !EACH.has(this.methodName(site) ?? '')) return undefined;
    return site.callee.object;
  }

  private sitesOf(form: FunctionForm): readonly CallInstruction[] {
    this.callSites ??= this.collectSites();
    return this.callSites.get(form) ?? [];
  }

  private collectSites(): ReadonlyMap<FunctionForm, readonly CallInstruction[]> {
    const sites = new Map<FunctionForm, CallInstruction[]>();
    for (const caller of this.definitions.program.functions) {
      for (const call of caller.calls) {
        for (const form of this.calledBy(call)) {
          const known = sites.get(form);
          if (known) known.push(call);
          else sites.set(form, [call]);
        }
      }
    }
    return sites;
  }

  private methodAt(term: Term): FunctionForm | undefined {
    if (term.kind === 'closure') return term.form;
    return term.kind === 'member' ? this.objects.methodOf(term.object, term.name) : undefined;
  }

  /** What a linked module exports under a name, by itself or passed on from others. */
  exportedBy({ source, name }: ImportOrigin, passed: readonly string[] = []): readonly Temp[] {
    const module = this.definitions.program.linked.get(source);
    if (!module || passed.includes(source)) return [];
    const inner = [...passed, source];
    const exported = module.exports.get(name);
    if (exported?.kind === 'variable') return exported.variable.writes;
    if (exported?.kind === 'value') return [exported.value];
    if (exported) return this.exportedBy(exported.origin, inner);
    return module.passesOn.flatMap((other) => this.exportedBy({ source: other, name }, inner));
  }

  /** `nodes.research`, of `import * as nodes`. */
  exportedAt(object: Temp, name: string): readonly Temp[] {
    const made = this.definitionOf(object);
    const imported = made?.op === 'load' ? made.variable.imported : undefined;
    return imported?.name === '*' ? this.exportedBy({ source: imported.source, name }) : [];
  }

  /** What was stored to a field of the class whose object it is, or what its getter gives. */
  fieldWrites(object: Temp, name: string): readonly Temp[] {
    const owner = this.objects.classOf(this.termOf(object));
    return (owner ? this.definitions.lineOf(owner) : []).flatMap((form) => {
      const getter = form.getters.get(name);
      return getter ? this.definitions.returnsOf(getter) : (form.fieldWrites.get(name) ?? []);
    });
  }
}

/** The last value that an object literal is given under a name; none behind a spread that may bring another. */
export function propertyOf(
  object: Extract<ValueInstruction, { op: 'object' }>,
  name: string,
): readonly Temp[] {
  for (const entry of [...object.entries].reverse()) {
    if (entry.kind === 'property' && 'name' in entry.property && entry.property.name === name)
      return [entry.value];
  }
  return [];
}
