/** Where the ids of written records stand: through lists, `map`, pushes, and calls of this file. */
import type { ArgumentRef } from '../../../stores/model.js';
import type {
  Argument,
  CallInstruction,
  FunctionForm,
  Temp,
  ValueInstruction,
  Variable,
} from '../../lower/program.js';
import { instructionsIn } from '../../resources/code/blocks.js';
import { propertyOf, type Origins } from '../../resources/origins.js';
import { chainOf } from '../../resources/row-chains.js';
import { calledName } from './called-name.js';
import { isBatchName, isNotationName } from './id-names.js';

/** Methods that give as many elements as their list has, made by their callback. */
const MAKES_EACH = new Set(['map', 'flatMap']);
/** Methods that give elements of their list. */
const KEEPS_SOME = new Set([
  'filter',
  'slice',
  'concat',
  'flat',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
]);
/** Lists in lists are followed so far. */
const MAX_DEPTH = 12;

export class Records {
  private pushes: ReadonlyMap<Variable, readonly Argument[]> | undefined;

  constructor(private readonly origins: Origins) {}

  /** The values that stand where `ref` says, in the arguments of a call. */
  at(call: CallInstruction, ref: ArgumentRef): readonly Temp[] {
    if (typeof ref === 'number') return this.argument(call, ref);
    if ('first' in ref) {
      for (const each of ref.first) {
        const found = this.at(call, each);
        if (found.length > 0) return found;
      }
      return [];
    }
    if ('link' in ref) {
      const { links } = chainOf(call, this.origins.definitions.program);
      const link = links.findLast(({ name }) => name === ref.link)?.call;
      return link ? this.argument(link, ref.at) : [];
    }
    if ('path' in ref) return this.along(this.argument(call, ref.at), ref.path);
    if ('property' in ref) return this.along(this.argument(call, ref.at), [ref.property]);
    return [];
  }

  /** The elements of a list, and those that its own text puts into it. */
  elementsOf(list: Temp, depth = 0): readonly Temp[] {
    if (depth > MAX_DEPTH) return [];
    const pushed = this.pushedTo(list);
    const made = this.origins.of(list).flatMap((each): readonly Temp[] => {
      if (each.op === 'array')
        return each.elements.flatMap(({ value, spread }) =>
          spread ? this.elementsOf(value, depth + 1) : [value],
        );
      if (each.op === 'call') return this.elementsOfCall(each, depth);
      return this.elementsOfPart(this.origins.listThroughWhich(each), depth);
    });
    return [...made, ...pushed];
  }

  /** `for (const batch of chunk(records, 100))`: a part of a list has elements of it. */
  private elementsOfPart(parts: Temp | undefined, depth: number): readonly Temp[] {
    if (parts === undefined) return [];
    return this.cutsOf(parts, depth).flatMap((made) => {
      const name =
        made.op === 'call' ? (this.origins.methodName(made) ?? calledName(this.origins, made)) : undefined;
      if (made.op !== 'call' || name === undefined || !isBatchName(name)) return [];
      return made.arguments.flatMap(({ value }) => this.elementsOf(value, depth + 1));
    });
  }

  /** The calls that gave the parts: by their name, whatever this file says of what they do. */
  private cutsOf(parts: Temp, depth: number): readonly ValueInstruction[] {
    const made = this.origins.definitionOf(parts);
    if (made?.op === 'load' && made.variable.writes.length === 1 && depth < MAX_DEPTH)
      return made.variable.writes.flatMap((write) => this.cutsOf(write, depth + 1));
    return made?.op === 'call' ? [made] : this.origins.of(parts);
  }

  private elementsOfCall(call: CallInstruction, depth: number): readonly Temp[] {
    const name = this.origins.methodName(call);
    if (call.callee.kind !== 'member' || name === undefined) return [];
    const { object } = call.callee;
    // The positions of a list are known by the call that gives them.
    if (name === 'keys' && call.arguments.length === 0) return [call.to];
    if (KEEPS_SOME.has(name)) return this.elementsOf(object, depth + 1);
    if (name === 'reduce') return this.elementsOfReduced(call, depth);
    const callback =
      name === 'from' ? call.arguments[1] : MAKES_EACH.has(name) ? call.arguments[0] : undefined;
    if (!callback)
      return name === 'from' && call.arguments[0] ? this.elementsOf(call.arguments[0].value, depth + 1) : [];
    const forms = this.origins.functionsOf(callback.value);
    // `positions.map(String)`
    if (forms.length === 0 && this.isNotation(callback.value)) return this.elementsOf(object, depth + 1);
    const results = forms.flatMap((form) => this.origins.definitions.returnsOf(form));
    return name === 'flatMap' ? results.flatMap((result) => this.elementsOf(result, depth + 1)) : results;
  }

  private isNotation(callback: Temp): boolean {
    const term = this.origins.termOf(callback);
    return term.kind === 'global' && isNotationName(term.name);
  }

  /** `docs.reduce((records, doc) => [...records, { … }], [])`, or with pushes. */
  private elementsOfReduced(call: CallInstruction, depth: number): readonly Temp[] {
    const [callback] = call.arguments;
    const forms = callback ? this.origins.functionsOf(callback.value) : [];
    return forms
      .flatMap((form) => this.origins.definitions.returnsOf(form))
      .flatMap((result) => this.elementsOf(result, depth + 1));
  }

  /** `records.push({ … })` and `records[i] = { … }`, wherever the variable is known. */
  pushedTo(list: Temp): readonly Temp[] {
    const loaded = this.origins.definitionOf(list);
    if (loaded?.op !== 'load') return [];
    this.pushes ??= this.collectPushes();
    return (this.pushes.get(loaded.variable) ?? []).flatMap(({ value, spread }) =>
      spread ? this.elementsOf(value, 1) : [value],
    );
  }

  private collectPushes(): ReadonlyMap<Variable, readonly Argument[]> {
    const found = new Map<Variable, Argument[]>();
    for (const form of this.origins.definitions.program.functions) {
      for (const call of form.calls)
        if (call.callee.kind === 'member' && /^(?:push|unshift)$/u.test(this.origins.methodName(call) ?? ''))
          this.addTo(found, call.callee.object, call.arguments);
      if (form.sets.some(({ name }) => name === '*')) this.collectStores(form, found);
    }
    return found;
  }

  private collectStores(form: FunctionForm, found: Map<Variable, Argument[]>): void {
    for (const instruction of instructionsIn(form.body))
      if (instruction.op === 'set' && 'computed' in instruction.property)
        this.addTo(found, instruction.object, [{ value: instruction.from, spread: false }]);
  }

  private addTo(found: Map<Variable, Argument[]>, list: Temp, added: readonly Argument[]): void {
    const object = this.origins.definitionOf(list);
    if (object?.op !== 'load') return;
    found.set(object.variable, [...(found.get(object.variable) ?? []), ...added]);
  }

  private argument(call: CallInstruction, index: number): readonly Temp[] {
    if (call.arguments.slice(0, index + 1).some(({ spread }) => spread)) return [];
    const argument = call.arguments[index];
    return argument ? [argument.value] : [];
  }

  private along(temps: readonly Temp[], path: readonly string[]): readonly Temp[] {
    return path.reduce<readonly Temp[]>(
      (found, name) =>
        found.flatMap((temp) => (name === '*' ? this.elementsOf(temp) : this.propertyAt(temp, name))),
      temps,
    );
  }

  /** A property of an object literal, or of the one that a constructor of a library is given. */
  private propertyAt(temp: Temp, name: string, depth = 0): readonly Temp[] {
    if (depth > MAX_DEPTH) return [];
    return this.origins.of(temp).flatMap((made): readonly Temp[] => {
      if (made.op === 'call' && made.construct && made.arguments[0])
        return this.propertyAt(made.arguments[0].value, name, depth + 1);
      if (made.op !== 'object') return [];
      const own = propertyOf(made, name);
      return own.length > 0 ? own : this.spreadInto(made, name, depth);
    });
  }

  private spreadInto(
    object: Extract<ValueInstruction, { op: 'object' }>,
    name: string,
    depth: number,
  ): readonly Temp[] {
    return object.entries.flatMap((entry) =>
      entry.kind === 'spread' ? this.propertyAt(entry.value, name, depth + 1) : [],
    );
  }
}
