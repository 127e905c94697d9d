/** Which nodes a router sends to together: from what a condition or a `goto` can give. */
import { GRAPH_NAMES } from '../../../stores/langgraph.js';
import type { FunctionForm, Instruction, Temp, ValueInstruction, Variable } from '../../lower/program.js';
import { blocksOf } from '../../resources/code/blocks.js';
import type { Origins } from '../../resources/origins.js';
import type { Choice, NodeName } from './model.js';
import { isNamed } from './updates.js';

/** What a router gives for one of its values: the nodes it is sent to. */
export type Naming = (temp: Temp) => NodeName | undefined;

/** Methods that give one element for each element of a list. */
const EACH = new Set(['map', 'flatMap']);

/** Methods that give a list, of whatever list they are called on. */
const LISTS = new Set(['map', 'flatMap', 'filter', 'slice', 'concat']);
/** Choices in choices are followed so far. */
const MAX_DEPTH = 8;

export class Routes {
  constructor(
    private readonly origins: Origins,
    /** The node that a constant names; undefined for what the run decides, and for the end. */
    private readonly nameOf: Naming,
  ) {}

  /** The choices that a router function has. */
  ofFunction(form: FunctionForm): readonly Choice[] {
    return this.origins.definitions.returnsOf(form).flatMap((result) => this.ofValue(result, form));
  }

  /** True where a router returns a list, whatever is in it. */
  givesList(form: FunctionForm): boolean {
    return this.origins.definitions
      .returnsOf(form)
      .some((result) =>
        this.origins
          .of(result)
          .some(
            (made) =>
              made.op === 'array' || (made.op === 'call' && LISTS.has(this.origins.methodName(made) ?? '')),
          ),
      );
  }

  /** The choices that a value stands for: a name, a `Send`, a list of them. */
  ofValue(temp: Temp, form?: FunctionForm, depth = 0): readonly Choice[] {
    const made = this.origins.definitionOf(temp);
    // `next.length > 0 ? next : ['other']`: what is pushed to a list is known by the list's own name.
    if (made?.op === 'branch' && depth < MAX_DEPTH)
      return made.arms.flatMap((arm) =>
        arm.value === undefined ? [] : this.ofValue(arm.value, form, depth + 1),
      );
    if (
      made?.op === 'compute' &&
      made.operator === 'as' &&
      made.operands[0] !== undefined &&
      depth < MAX_DEPTH
    )
      return this.ofValue(made.operands[0], form, depth + 1);
    return this.origins.of(temp).flatMap((made) => this.ofMade(made, temp, form));
  }

  private ofMade(made: ValueInstruction, temp: Temp, form: FunctionForm | undefined): readonly Choice[] {
    switch (made.op) {
      case 'array':
        return this.ofList(made, temp, form);
      case 'call':
        return this.ofCall(made);
      default: {
        const name = this.nameOf(made.to);
        return name === undefined ? [] : [{ targets: [name], repeated: [] }];
      }
    }
  }

  private ofCall(call: Extract<ValueInstruction, { op: 'call' }>): readonly Choice[] {
    const [first] = call.arguments;
    if (isNamed(this.origins, call, GRAPH_NAMES.send)) {
      const name = first && this.nameOf(first.value);
      return name === undefined ? [] : [{ targets: [name], repeated: [] }];
    }
    if (!first || call.callee.kind !== 'member') return [];
    // `items.map((item) => new Send('worker', item))`, `Array.from(items, …)`
    const isFrom = this.origins.methodName(call) === 'from';
    const callback = isFrom
      ? call.arguments[1]
      : EACH.has(this.origins.methodName(call) ?? '')
        ? first
        : undefined;
    if (!callback) {
      // `sends.concat(others)`, `targets.filter(…)`: what it is called on.
      return /^(?:concat|filter|slice|flat)$/u.test(this.origins.methodName(call) ?? '')
        ? this.ofValue(call.callee.object)
        : [];
    }
    const sent = this.origins.functionsOf(callback.value).flatMap((form) => this.ofFunction(form));
    const targets = [...new Set(sent.flatMap((choice) => choice.targets))];
    return targets.length > 0 ? [{ targets, repeated: targets }] : [];
  }

  /** A list that is written out, with what is pushed to it before it is returned. */
  private ofList(
    list: Extract<ValueInstruction, { op: 'array' }>,
    temp: Temp,
    form: FunctionForm | undefined,
  ): readonly Choice[] {
    const targets: NodeName[] = [];
    const repeated: NodeName[] = [];
    for (const { value, spread } of list.elements) {
      const choices = this.ofValue(value, form);
      // An element that may be one or another: each is a choice of its own, and nothing is known of the rest.
      const [only] = choices;
      if (!only || (choices.length > 1 && !spread)) continue;
      repeated.push(...only.repeated, ...only.targets.filter((target) => targets.includes(target)));
      targets.push(...only.targets);
    }
    const pushed = form ? this.pushesTo(temp, form) : [];
    const fixed: Choice = { targets: [...new Set(targets)], repeated };
    if (pushed.length === 0) return fixed.targets.length > 0 ? [fixed] : [];
    return combine(fixed, pushed);
  }

  private pushesTo(temp: Temp, form: FunctionForm): readonly Push[] {
    const loaded = this.origins.definitionOf(temp);
    if (loaded?.op !== 'load') return [];
    const { variable } = loaded;
    const found: Push[] = [];
    this.collectPushes(form.body, variable, [], false, found);
    for (const inner of form.nested) {
      // `items.forEach((item) => sends.push(…))`
      if (inner.captures.has(form) || form.kind === 'module')
        this.collectPushes(inner.body, variable, [], true, found);
    }
    return found;
  }

  private collectPushes(
    block: readonly Instruction[],
    variable: Variable,
    arms: readonly string[],
    inLoop: boolean,
    found: Push[],
  ): void {
    for (const instruction of block) {
      if (instruction.op === 'call' && this.isPushTo(instruction, variable)) {
        for (const { value } of instruction.arguments) {
          for (const choice of this.ofValue(value)) {
            found.push({
              targets: choice.targets,
              repeated: inLoop ? choice.targets : choice.repeated,
              arms,
            });
          }
        }
      }
      blocksOf(instruction).forEach((inner, index) => {
        const isArm = instruction.op === 'branch';
        const inside = isArm ? [...arms, `${instruction.to}:${index}`] : arms;
        this.collectPushes(inner, variable, inside, inLoop || instruction.op === 'loop', found);
      });
    }
  }

  private isPushTo(call: Extract<Instruction, { op: 'call' }>, variable: Variable): boolean {
    if (call.callee.kind !== 'member' || this.origins.methodName(call) !== 'push') return false;
    const object = this.origins.definitionOf(call.callee.object);
    return object?.op === 'load' && object.variable === variable;
  }
}

interface Push extends Choice {
  /** The arms of branches around it. */
  readonly arms: readonly string[];
}

/** All that can be in a list at once: what is always in it, and pushes of which no two exclude each other. */
function combine(fixed: Choice, pushed: readonly Push[]): readonly Choice[] {
  return pushed.map((push) => {
    const together = [push];
    for (const other of pushed)
      if (!together.includes(other) && !together.some((each) => excludes(each, other))) together.push(other);
    const targets = [...fixed.targets, ...together.flatMap((each) => each.targets)];
    const again = targets.filter((target, at) => targets.indexOf(target) !== at);
    return {
      targets: [...new Set(targets)],
      repeated: [...fixed.repeated, ...together.flatMap((each) => each.repeated), ...again],
    };
  });
}

function excludes(one: Push, other: Push): boolean {
  return one.arms.some((arm) => {
    const [branch] = arm.split(':');
    return other.arms.some((each) => each !== arm && each.startsWith(`${branch}:`));
  });
}
