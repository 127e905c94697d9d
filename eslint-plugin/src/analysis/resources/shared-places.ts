/** Which variables, fields and containers of the process outlive a call and are written by one. */
import { CONTAINERS, type ContainerMethod } from '../../stores/memory.js';
import type { CallInstruction, Program, Temp, Variable } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { Objects } from './objects.js';
import type { Term } from './terms.js';

const WRITING_METHODS = new Set(
  Object.values(CONTAINERS).flatMap((methods) =>
    Object.entries(methods).flatMap(([name, { operation }]) =>
      operation === 'write' || operation === 'delete' ? [name] : [],
    ),
  ),
);

export class SharedPlaces {
  private readonly variables = new Set<Variable>();
  private readonly properties = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly definitions: Definitions,
    private readonly objects: Objects,
  ) {
    for (const form of program.functions) {
      if (form.kind === 'module' || form.kind === 'constructor' || form.kind === 'initializer') continue;
      for (const variable of form.storesTo) this.variables.add(variable);
      for (const property of form.setsProperties) this.properties.add(property);
      for (const call of form.calls) this.noteCall(call);
    }
  }

  /** False where no function of the file stores to anything that could be shared. */
  get any(): boolean {
    return this.variables.size > 0 || this.properties.size > 0;
  }

  isWrittenVariable(variable: Variable): boolean {
    return this.variables.has(variable);
  }

  isWrittenProperty(name: string): boolean {
    return this.properties.has(name);
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

  private writesOf(object: Term): readonly Temp[] {
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
    if (callee.property.name === 'assign') this.noteAssigned(args.slice(1));
    if (!WRITING_METHODS.has(callee.property.name)) return;
    const object = this.program.definitions[callee.object];
    if (object?.op === 'load') this.variables.add(object.variable);
    else if (object?.op === 'get' && 'name' in object.property) this.properties.add(object.property.name);
  }

  /** `Object.assign(target, { name: value })` stores to `name`. */
  private noteAssigned(sources: CallInstruction['arguments']): void {
    for (const { value } of sources) {
      const literal = this.program.definitions[value];
      for (const entry of literal?.op === 'object' ? literal.entries : []) {
        if (entry.kind === 'property' && 'name' in entry.property) this.properties.add(entry.property.name);
      }
    }
  }
}
