/** Where the ids of written records stand: through lists, `map`, pushes, and calls of this file. */
import type { ArgumentRef } from '../../../stores/model.js';
import type { CallInstruction, Temp, ValueInstruction, Variable } from '../../lower/program.js';
import { propertyOf, type Origins } from '../../resources/origins.js';

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
  private pushes: ReadonlyMap<Variable, readonly CallInstruction[]> | undefined;

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
      return each.op === 'call' ? this.elementsOfCall(each, depth) : [];
    });
    return [...made, ...pushed];
  }

  private elementsOfCall(call: CallInstruction, depth: number): readonly Temp[] {
    const name = this.origins.methodName(call);
    if (call.callee.kind !== 'member' || name === undefined) return [];
    if (KEEPS_SOME.has(name)) return this.elementsOf(call.callee.object, depth + 1);
    const callback =
      name === 'from' ? call.arguments[1] : MAKES_EACH.has(name) ? call.arguments[0] : undefined;
    if (!callback)
      return name === 'from' && call.arguments[0] ? this.elementsOf(call.arguments[0].value, depth + 1) : [];
    const results = this.origins
      .functionsOf(callback.value)
      .flatMap((form) => this.origins.definitions.returnsOf(form));
    return name === 'flatMap' ? results.flatMap((result) => this.elementsOf(result, depth + 1)) : results;
  }

  /** `records.push({ … })`, wherever the variable is known. */
  pushedTo(list: Temp): readonly Temp[] {
    const loaded = this.origins.definitionOf(list);
    if (loaded?.op !== 'load') return [];
    this.pushes ??= this.collectPushes();
    return (this.pushes.get(loaded.variable) ?? []).flatMap((call) =>
      call.arguments.flatMap(({ value, spread }) => (spread ? this.elementsOf(value, 1) : [value])),
    );
  }

  private collectPushes(): ReadonlyMap<Variable, readonly CallInstruction[]> {
    const found = new Map<Variable, CallInstruction[]>();
    for (const call of this.origins.definitions.program.functions.flatMap(({ calls }) => calls)) {
      if (call.callee.kind !== 'member' || this.origins.methodName(call) !== 'push') continue;
      const object = this.origins.definitionOf(call.callee.object);
      if (object?.op !== 'load') continue;
      const known = found.get(object.variable);
      if (known) known.push(call);
      else found.set(object.variable, [call]);
    }
    return found;
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
