/** What differs from call to call. Records that are the same whoever writes them lose nothing. */
import type { CallInstruction, Temp, ValueInstruction } from '../../lower/program.js';
import type { Origins } from '../../resources/origins.js';
import { calledName } from './called-name.js';
import { isOwnerName, isPlaceName, isPureName, isUniqueName } from './id-names.js';
import type { Records } from './records.js';

/** Expressions are followed so deep. */
const MAX_DEPTH = 40;

export class Variation {
  private readonly known = new Map<Temp, boolean>();

  constructor(
    private readonly origins: Origins,
    private readonly records: Records,
  ) {}

  /** True where a value can be another one at another call. */
  varies(temp: Temp, depth = 0): boolean {
    if (depth > MAX_DEPTH) return true;
    const known = this.known.get(temp);
    if (known !== undefined) return known;
    this.known.set(temp, false);
    const made = this.origins.definitionOf(temp);
    const found = made !== undefined && this.variesMade(made, depth + 1);
    this.known.set(temp, found);
    return found;
  }

  private variesMade(made: ValueInstruction, depth: number): boolean {
    const inner = (each: Temp): boolean => this.varies(each, depth);
    switch (made.op) {
      case 'literal':
        return this.variesParameter(made.to, depth);
      case 'load':
        return made.variable.writes.some(inner) || this.records.pushedTo(made.to).some(inner);
      case 'this':
        return false;
      case 'get':
        return this.variesMember(made, depth);
      case 'suspend':
        return inner(made.from);
      case 'compute':
        return made.operator === 'caught' || made.operands.some(inner);
      case 'object':
        return made.entries.some((entry) => inner(entry.value));
      case 'array':
        return made.elements.some((element) => inner(element.value));
      case 'branch':
        return made.arms.some((arm) => arm.value !== undefined && inner(arm.value));
      case 'closure':
        return this.origins.definitions.returnsOf(made.form).some(inner);
      case 'call':
        return this.variesCall(made, depth);
      default:
        return false;
    }
  }

  private variesMember(made: Extract<ValueInstruction, { op: 'get' }>, depth: number): boolean {
    if ('computed' in made.property && this.varies(made.property.computed, depth)) return true;
    if (this.origins.definitionOf(made.object)?.op !== 'this') return this.varies(made.object, depth);
    return 'name' in made.property
      ? this.origins.fieldWrites(made.object, made.property.name).some((write) => this.varies(write, depth))
      : true;
  }

  /** An element of a list varies with it. */
  private variesParameter(temp: Temp, depth: number): boolean {
    const parameter = this.origins.definitions.parameterOf(temp);
    if (!parameter) return false;
    const site = this.origins.callbackSite(parameter.form);
    if (site?.callee.kind === 'member') return this.varies(site.callee.object, depth);
    const calls = this.origins.callsOf(parameter.form);
    if (!calls) return true;
    return calls.some((call) => {
      const argument = call.arguments[parameter.index];
      return argument !== undefined && this.varies(argument.value, depth);
    });
  }

  private variesCall(call: CallInstruction, depth: number): boolean {
    const forms = this.origins.calledBy(call);
    const inner = (each: Temp): boolean => this.varies(each, depth);
    if (call.arguments.some((argument) => inner(argument.value))) return true;
    if (forms.length > 0)
      return forms
        .flatMap((form) => this.origins.definitions.returnsOf(form))
        .some((result) => inner(result));
    const name = this.origins.methodName(call) ?? calledName(this.origins, call);
    if (name === undefined || !isPureName(name)) return true;
    return call.callee.kind === 'member' && inner(call.callee.object) && !/embed/iu.test(name);
  }
}

/**
 * Whether a collection or a namespace is one of the caller's own: it comes from what he passes, or is named after who
 * he is. A parameter that names the collection of all says nothing of that.
 */
export function isPrivatePlace(temp: Temp, origins: Origins, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (each: Temp): boolean => isPrivatePlace(each, origins, depth + 1);
  const made = origins.definitionOf(temp);
  switch (made?.op) {
    case 'load': {
      const { variable } = made;
      if (variable.kind === 'parameter') return !isPlaceName(variable.name);
      if (variable.owner.kind === 'module') return false;
      return isOwnerName(variable.name) || variable.writes.some(inner);
    }
    case 'literal': {
      const parameter = origins.definitions.parameterOf(temp);
      return (
        parameter !== undefined && !isPlaceName(parameter.form.parameterForms[parameter.index]?.name ?? '')
      );
    }
    case 'get':
      if ('name' in made.property && origins.definitionOf(made.object)?.op === 'this')
        return isOwnerName(made.property.name);
      if ('name' in made.property && isPlaceName(made.property.name)) return false;
      return ('computed' in made.property && inner(made.property.computed)) || inner(made.object);
    case 'compute':
      return made.operands.some(inner);
    case 'object':
      return made.entries.some((entry) => inner(entry.value));
    case 'branch':
      return made.arms.some((arm) => arm.value !== undefined && inner(arm.value));
    case 'suspend':
      return inner(made.from);
    case 'call': {
      const name = origins.methodName(made) ?? calledName(origins, made);
      return (
        (name !== undefined && isUniqueName(name)) || made.arguments.some((argument) => inner(argument.value))
      );
    }
    default:
      return false;
  }
}
