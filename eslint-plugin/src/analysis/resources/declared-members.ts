/**
 * What a member is by the types in view that declare it, where the object's own type is told by its context alone:
 * `c.env.COUNTERS`, `async (app, { redis }) => …` of a `FastifyPluginAsync<{ redis: Redis }>`.
 */
import type { TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { Objects } from './objects.js';
import type { Receiver } from './receiver.js';
import type { Term } from './terms.js';

export class DeclaredMembers {
  private readonly known = new Map<string, readonly TypeForm[]>();

  constructor(
    private readonly definitions: Definitions,
    private readonly objects: Objects,
  ) {}

  /** The store that all types which declare a member of this name agree on. */
  recognise(name: string, fromType: (type: TypeForm) => Receiver | undefined): Receiver | undefined {
    const found = this.typesOf(name).map(fromType);
    const [first] = found;
    return first && found.every((each) => each?.model === first.model) ? first : undefined;
  }

  /** The first store among them. */
  recogniseAny(name: string, fromType: (type: TypeForm) => Receiver | undefined): Receiver | undefined {
    for (const type of this.typesOf(name)) {
      const found = fromType(type);
      if (found) return found;
    }
    return undefined;
  }

  private typesOf(name: string): readonly TypeForm[] {
    let types = this.known.get(name);
    if (!types) {
      const { file, linked } = this.definitions.program;
      types = [file, ...linked.values()]
        .flatMap((module) => [...module.types.values(), ...module.literals])
        .flatMap((type) => this.objects.memberType(type, name) ?? []);
      this.known.set(name, types);
    }
    return types;
  }
}

/** True for what a function is given without a word on its type, and for what hangs below it. */
export function isUntyped(term: Term): boolean {
  if (term.kind === 'member') return isUntyped(term.object);
  if (term.kind !== 'parameter') return false;
  const annotation = term.form.parameterForms[term.index]?.annotation;
  return annotation === undefined || annotation.kind === 'unknown';
}
