/** What a node returns: the channels it writes, and where its commands lead. */
import { GRAPH_NAMES } from '../../../stores/langgraph.js';
import type { CallInstruction, FunctionForm, Temp, ValueInstruction, Variable } from '../../lower/program.js';
import { instructionsIn } from '../../resources/code/blocks.js';
import { propertyOf, type Origins } from '../../resources/origins.js';
import { isGraphName } from './builders.js';
import type { ChannelWrite } from './model.js';

type ObjectForm = Extract<ValueInstruction, { op: 'object' }>;

export interface Updates {
  readonly writes: readonly ChannelWrite[];
  /** The `goto` of the commands that the node returns, and the function that does. */
  readonly gotos: readonly { readonly to: Temp; readonly form: FunctionForm }[];
}

/** Objects in objects, and calls in calls, are followed so far. */
const MAX_DEPTH = 12;

/** What the functions that a node may be give. */
export function updatesOf(forms: readonly FunctionForm[], origins: Origins): Updates {
  const reader = new UpdateReader(origins);
  for (const form of forms) reader.readFunction(form);
  return { writes: reader.writes, gotos: reader.gotos };
}

class UpdateReader {
  readonly writes: ChannelWrite[] = [];
  readonly gotos: { readonly to: Temp; readonly form: FunctionForm }[] = [];
  /** Writes by place: an update that two `return`s give is one. */
  private readonly seen = new Set<string>();
  private state: Temp | undefined;

  constructor(private readonly origins: Origins) {}

  readFunction(form: FunctionForm): void {
    this.state = form.parameters[0];
    for (const result of this.origins.definitions.returnsOf(form)) this.readReturned(result, form, 0);
  }

  private readReturned(temp: Temp, form: FunctionForm, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const made of this.origins.of(temp)) {
      if (made.op === 'object') this.readObject(made, form, depth);
      else if (made.op === 'array')
        for (const { value } of made.elements) this.readReturned(value, form, depth + 1);
      else if (made.op === 'call' && isNamed(this.origins, made, GRAPH_NAMES.command))
        this.readCommand(made, form, depth);
      else if (isAssign(this.origins, made))
        for (const { value } of made.arguments) this.readReturned(value, form, depth + 1);
      else if (this.isState(made.to)) this.addState(temp, []);
    }
    this.readStores(temp, form);
  }

  private readCommand(call: CallInstruction, form: FunctionForm, depth: number): void {
    const [options] = call.arguments;
    if (!options) return;
    for (const made of this.origins.of(options.value)) {
      if (made.op !== 'object') continue;
      // What goes to the parent graph is no update of this one.
      if (propertyOf(made, 'graph').length > 0) continue;
      for (const update of propertyOf(made, 'update')) this.readReturned(update, form, depth + 1);
      this.gotos.push(...propertyOf(made, 'goto').map((to) => ({ to, form })));
    }
  }

  private readObject(object: ObjectForm, form: FunctionForm, depth: number): void {
    object.entries.forEach((entry, index) => {
      if (entry.kind === 'property') {
        if ('name' in entry.property) this.add(entry.property.name, entry.value);
        return;
      }
      const named = object.entries
        .slice(index + 1)
        .flatMap((each) => (each.kind === 'property' && 'name' in each.property ? [each.property.name] : []));
      if (this.origins.of(entry.value).some(({ to }) => this.isState(to))) this.addState(entry.value, named);
      else this.readReturned(entry.value, form, depth + 1);
    });
  }

  /** `update.items = …`, for an update that is kept in a variable. */
  private readStores(temp: Temp, form: FunctionForm): void {
    const loaded = this.origins.definitionOf(temp);
    if (loaded?.op !== 'load' || loaded.variable.kind === 'parameter' || form.sets.length === 0) return;
    for (const instruction of instructionsIn(form.body)) {
      if (instruction.op !== 'set' || !('name' in instruction.property)) continue;
      if (isLoadOf(this.origins, instruction.object, loaded.variable))
        this.add(instruction.property.name, instruction.from);
    }
  }

  private add(channel: string, value: Temp): void {
    const at = this.origins.definitionOf(value)?.at;
    if (at) this.addOnce({ kind: 'value', channel, at, value, state: this.state });
  }

  private addState(temp: Temp, except: readonly string[]): void {
    const at = this.origins.definitionOf(temp)?.at;
    if (at) this.addOnce({ kind: 'state', at, except });
  }

  private addOnce(write: ChannelWrite): void {
    const key = `${'channel' in write ? write.channel : '*'} ${write.at.start}-${write.at.end}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.writes.push(write);
  }

  private isState(temp: Temp): boolean {
    return this.state !== undefined && temp === this.state;
  }
}

function isLoadOf(origins: Origins, temp: Temp, variable: Variable): boolean {
  const made = origins.definitionOf(temp);
  return made?.op === 'load' && made.variable === variable;
}

/** `Object.assign({}, update)` gives what its arguments hold. */
function isAssign(origins: Origins, made: ValueInstruction): made is CallInstruction {
  if (made.op !== 'call' || made.callee.kind !== 'member' || origins.methodName(made) !== 'assign')
    return false;
  const object = origins.termOf(made.callee.object);
  return object.kind === 'global' && object.name === 'Object';
}

/** True for `new Name(…)` and `Name(…)` of the library. */
export function isNamed(origins: Origins, call: CallInstruction, name: string): boolean {
  return call.callee.kind === 'value'
    ? isGraphName(origins.termOf(call.callee.value), name)
    : call.callee.kind === 'member' &&
        'name' in call.callee.property &&
        isGraphName(
          origins.definitions.memberOf(origins.termOf(call.callee.object), call.callee.property.name),
          name,
        );
}
