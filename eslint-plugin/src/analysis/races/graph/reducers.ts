/** What a reducer `(old, update) => next` makes of two updates of one step, read off what it returns. */
import type { FunctionForm, Temp } from '../../lower/program.js';
import type { Origins } from '../../resources/origins.js';
import type { Reducing } from './model.js';

/** The state before, and one update, where they stand in an expression. */
type Operand = 'old' | 'update';

export function reducingOf(form: FunctionForm, origins: Origins): Reducing {
  const [old, update] = form.parameters;
  if (old === undefined || update === undefined) return 'kept';
  if (form.parameterForms.some(({ rest }) => rest)) return 'kept';
  const reading = new Reading(form, origins);
  const results = origins.definitions.returnsOf(form);
  const made = results.flatMap((result) => reading.resultsOf(result));
  if (made.length === 0 || reading.changesInPlace()) return 'kept';
  const combining = made.filter((temp) => reading.mentions(temp, 'old') && reading.mentions(temp, 'update'));
  if (combining.length > 0) return kindOf(combining, reading);
  const keeps = (operand: Operand): boolean => made.some((temp) => reading.mentions(temp, operand));
  if (keeps('update')) return isFirstWins(results, reading) ? 'first' : 'last';
  return keeps('old') ? 'first' : 'kept';
}

function kindOf(combining: readonly Temp[], reading: Reading): Reducing {
  if (combining.every((temp) => reading.isJoin(temp))) return 'concat';
  if (combining.every((temp) => reading.isSum(temp))) return 'sum';
  return combining.some((temp) => reading.isOrdered(temp)) ? 'ordered' : 'kept';
}

/** `old ?? update`, `old || update`: the fallback is the update. */
function isFirstWins(results: readonly Temp[], reading: Reading): boolean {
  return results.every((result) => reading.prefersOld(result));
}

class Reading {
  constructor(
    private readonly form: FunctionForm,
    private readonly origins: Origins,
  ) {}

  /** The values that a returned expression chooses from: the arms of conditions, without their tests. */
  resultsOf(temp: Temp): readonly Temp[] {
    const made = this.origins.definitionOf(temp);
    if (made?.op === 'branch')
      return made.arms.flatMap((arm) => (arm.value === undefined ? [] : this.resultsOf(arm.value)));
    if (made?.op === 'compute' && made.operator === 'as')
      return made.operands.flatMap((each) => this.resultsOf(each));
    if (made?.op === 'load' && made.variable.owner === this.form && made.variable.kind !== 'parameter')
      return made.variable.writes.flatMap((write) => this.resultsOf(write));
    return [temp];
  }

  /** `old.push(…)`, `merged[key] = …`: what is kept is not in the returned expression. */
  changesInPlace(): boolean {
    return (
      this.form.sets.length > 0 ||
      this.form.nested.some((inner) => inner.sets.length > 0 || inner.storesTo.size > 0) ||
      [this.form, ...this.form.nested].some((form) =>
        form.calls.some((call) => CHANGES.test(this.origins.methodName(call) ?? '')),
      )
    );
  }

  mentions(temp: Temp, operand: Operand, depth = 0): boolean {
    if (depth > 40) return false;
    const made = this.origins.definitionOf(temp);
    const inner = (each: Temp): boolean => this.mentions(each, operand, depth + 1);
    switch (made?.op) {
      case 'literal':
        return temp === this.form.parameters[operand === 'old' ? 0 : 1];
      case 'load':
        return made.variable.owner === this.form && made.variable.writes.some(inner);
      case 'get':
        return inner(made.object) || ('computed' in made.property && inner(made.property.computed));
      case 'compute':
        return made.operands.some(inner);
      case 'object':
        return made.entries.some((entry) => inner(entry.value));
      case 'array':
        return made.elements.some((element) => inner(element.value));
      case 'call':
        return (
          made.arguments.some((argument) => inner(argument.value)) ||
          (made.callee.kind === 'member' && inner(made.callee.object)) ||
          (made.callee.kind === 'value' && inner(made.callee.value))
        );
      case 'branch':
        return made.arms.some((arm) => arm.value !== undefined && inner(arm.value));
      case 'closure':
        return mentionsCaptured(made.form, this.form, operand, this.origins);
      case 'suspend':
        return inner(made.from);
      default:
        return false;
    }
  }

  /** `[...old, ...update]`, `old.concat(update)`. */
  isJoin(temp: Temp): boolean {
    const made = this.origins.definitionOf(temp);
    if (made?.op === 'array')
      return made.elements.some(
        ({ value, spread }) => spread && this.isPlain(value) && this.mentions(value, 'old'),
      );
    return (
      made?.op === 'call' &&
      made.callee.kind === 'member' &&
      this.origins.methodName(made) === 'concat' &&
      this.isPlain(made.callee.object)
    );
  }

  isSum(temp: Temp): boolean {
    const made = this.origins.definitionOf(temp);
    return (
      made?.op === 'compute' &&
      made.operator === '+' &&
      made.operands.length === 2 &&
      made.operands.every((operand) => this.isPlain(operand))
    );
  }

  /** Arithmetic that gives another result where two updates come in the other order. */
  isOrdered(temp: Temp): boolean {
    const run = (old: number, update: number): number | undefined => this.evaluate(temp, old, update);
    return SAMPLES.some(([state, one, other]) => {
      const first = run(state, one);
      const second = run(state, other);
      const both = first === undefined ? undefined : run(first, other);
      const reversed = second === undefined ? undefined : run(second, one);
      return both !== undefined && reversed !== undefined && Math.abs(both - reversed) > 1e-9;
    });
  }

  prefersOld(temp: Temp): boolean {
    const made = this.origins.definitionOf(temp);
    if (made?.op === 'compute' && made.operator === 'as') {
      const [operand] = made.operands;
      return operand !== undefined && this.prefersOld(operand);
    }
    return made?.op === 'branch' && this.mentions(made.test, 'old') && !this.mentions(made.test, 'update');
  }

  /** The state or the update, by itself or with a fallback. */
  private isPlain(temp: Temp): boolean {
    const made = this.origins.definitionOf(temp);
    if (made?.op === 'load') return this.mentions(temp, 'old') || this.mentions(temp, 'update');
    if (made?.op !== 'branch') return false;
    return made.arms.every(({ value }) => {
      const option = value === undefined ? undefined : this.origins.definitionOf(value);
      const isFallback = option?.op === 'literal' || option?.op === 'array';
      return isFallback || (value !== undefined && this.isPlain(value));
    });
  }

  private evaluate(temp: Temp, old: number, update: number): number | undefined {
    const made = this.origins.definitionOf(temp);
    const inner = (each: Temp | undefined): number | undefined =>
      each === undefined ? undefined : this.evaluate(each, old, update);
    switch (made?.op) {
      case 'literal':
        if (temp === this.form.parameters[0]) return old;
        if (temp === this.form.parameters[1]) return update;
        return typeof made.value === 'number' ? made.value : undefined;
      case 'load':
        return made.variable.owner === this.form && made.variable.writes.length === 1
          ? inner(made.variable.writes[0])
          : undefined;
      case 'branch':
        // `old ?? 0`: samples are never missing.
        return made.on === 'nullish' ? inner(made.test) : undefined;
      case 'compute': {
        const operands = made.operands.map(inner);
        const operate = OPERATORS[made.operator];
        const [first, ...others] = operands;
        if (!operate || first === undefined || others.length === 0) return undefined;
        let result = first;
        for (const operand of others) {
          if (operand === undefined) return undefined;
          result = operate(result, operand);
        }
        return result;
      }
      default:
        return undefined;
    }
  }
}

const CHANGES = /^(?:push|unshift|splice|set|add|delete|assign|merge|forEach|sort|reverse)$/u;

const OPERATORS: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '**': (left, right) => left ** right,
};

/** A state and two updates, to see whether their order matters. */
const SAMPLES: readonly (readonly [number, number, number])[] = [
  [7, 2, 5],
  [11, 3, 13],
];

function mentionsCaptured(
  inner: FunctionForm,
  outer: FunctionForm,
  operand: Operand,
  origins: Origins,
): boolean {
  if (!inner.captures.has(outer)) return false;
  const temp = outer.parameters[operand === 'old' ? 0 : 1];
  return origins.definitions.program.definitions.some(
    (made) =>
      made?.op === 'load' &&
      made.variable.owner === outer &&
      temp !== undefined &&
      made.variable.writes.includes(temp) &&
      made.at.start >= inner.at.start &&
      made.at.end <= inner.at.end,
  );
}
