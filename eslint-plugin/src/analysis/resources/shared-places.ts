/** Which variables, fields and containers of the process outlive a call and are written by one. */
import { CONTAINERS, type ContainerMethod } from '../../stores/memory.js';
import type { CallInstruction, Program, Temp, Variable } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { Objects } from './objects.js';
import { WRITING_METHODS, type Sharing } from './sharing.js';
import type { Term } from './terms.js';

export class SharedPlaces {
  private readonly variables = new Set<Variable>();
  /** Variables to which another function than the one that declares them assigns. */
  private readonly reassigned = new Set<Variable>();
  /** Properties that are stored to, each behind the object it is stored to: a variable, `this`, or any. */
  private readonly properties = new Map<Variable | 'this' | 'any', Set<string>>();

  constructor(
    private readonly program: Program,
    private readonly definitions: Definitions,
    private readonly objects: Objects,
    private readonly sharing: Sharing,
  ) {
    for (const form of program.functions) {
      if (form.kind === 'module' || form.kind === 'constructor' || form.kind === 'initializer') continue;
      for (const variable of form.storesTo) {
        this.variables.add(variable);
        if (variable.owner !== form) this.reassigned.add(variable);
      }
      for (const { object, name } of form.sets) this.noteSet(object, name);
      for (const call of form.calls) this.noteCall(call);
    }
  }

  isWrittenVariable(variable: Variable): boolean {
    return this.variables.has(variable);
  }

  /** True where the variable may hold another value by the time a function that captured it runs. */
  isReassigned(variable: Variable): boolean {
    return this.reassigned.has(variable);
  }

  /** True where some function stores to this property of the object, `*` standing for computed names. */
  isWrittenProperty(object: Term, name: string): boolean {
    if (this.properties.get('any')?.has(name)) return true;
    const holder = object.kind === 'variable' ? object.variable : object.kind === 'this' ? 'this' : 'any';
    return this.properties.get(holder)?.has(name) ?? false;
  }

  private noteSet(object: Temp, name: string): void {
    if (!this.sharing.mayBeShared(object)) return;
    const definition = this.program.definitions[object];
    const direct = definition?.op === 'load' && !isAlias(definition.variable);
    const holder = direct ? definition.variable : definition?.op === 'this' ? this.ownerOf(object) : 'any';
    const known = this.properties.get(holder);
    if (known) known.add(name);
    else this.properties.set(holder, new Set([name]));
  }

  /** `this` in a method of an object literal is the variable that holds the object. */
  private ownerOf(object: Temp): Variable | 'this' {
    const owner = this.definitions.termOf(object);
    return owner.kind === 'variable' ? owner.variable : 'this';
  }

  /** What a method does to a container of the language, where the file shows that `object` is one. */
  containerMethod(object: Term, method: string): ContainerMethod | undefined {
    const kind = this.containerOf(object);
    return kind === undefined ? undefined : CONTAINERS[kind]?.[method];
  }

  /** The kind of container that a variable or field holds: by its first value, or by its type. */
  containerOf(object: Term): string | undefined {
    const type = this.objects.typeOf(object);
    if (type?.kind === 'named' && !type.imported && type.name in CONTAINERS) return type.name;
    for (const write of this.writesOf(object)) {
      const definition = this.program.definitions[write];
      if (definition?.op === 'array') return 'Array';
      const term = this.definitions.termOf(write);
      if (
        term.kind === 'call' &&
        term.construct &&
        term.callee.kind === 'global' &&
        term.callee.name in CONTAINERS
      ) {
        return term.callee.name;
      }
    }
    return undefined;
  }

  /** The values that the file stores into a variable or a field. */
  writesOf(object: Term): readonly Temp[] {
    if (object.kind === 'variable') return object.variable.writes;
    if (object.kind !== 'member') return [];
    const owner = this.objects.classOf(object.object);
    if (owner) return owner.fieldWrites.get(object.name) ?? [];
    const literal = this.definitions.objectOf(object.object);
    return (literal?.entries ?? []).flatMap((entry) =>
      entry.kind === 'property' && 'name' in entry.property && entry.property.name === object.name
        ? [entry.value]
        : [],
    );
  }

  /** `cache.set(key, value)`, `this.jobs.push(job)`. */
  private noteCall({ callee, arguments: args }: CallInstruction): void {
    if (callee.kind !== 'member' || !('name' in callee.property)) return;
    const [target] = args;
    if (callee.property.name === 'assign' && target) this.noteAssigned(target.value, args.slice(1));
    if (!WRITING_METHODS.has(callee.property.name)) return;
    const object = this.program.definitions[callee.object];
    if (object?.op === 'load') this.variables.add(object.variable);
    else if (object?.op === 'get' && 'name' in object.property)
      this.noteSet(object.object, object.property.name);
  }

  /** `Object.assign(target, { name: value })` stores to `name`. */
  private noteAssigned(target: Temp, sources: CallInstruction['arguments']): void {
    for (const { value } of sources) {
      const literal = this.program.definitions[value];
      for (const entry of literal?.op === 'object' ? literal.entries : []) {
        if (entry.kind === 'property' && 'name' in entry.property) this.noteSet(target, entry.property.name);
      }
    }
  }
}

/** A local that was given another object: what is stored to it is stored to that one. */
function isAlias(variable: Variable): boolean {
  return variable.kind === 'global' || (variable.owner.kind !== 'module' && variable.kind === 'local');
}
