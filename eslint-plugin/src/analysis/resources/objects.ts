/** What objects have by the classes and types that the file itself declares. */
import type { ClassForm, FunctionForm, TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import type { Term } from './terms.js';

/** Type operators that keep the methods of their first argument. */
export const TRANSPARENT_TYPES = new Set([
  'Pick',
  'Partial',
  'Omit',
  'Required',
  'Readonly',
  'NonNullable',
  'Awaited',
  'Promise',
]);

/** Aliases of aliases are followed this far. */
const MAX_DEPTH = 8;

export function isClass(declared: TypeForm | ClassForm): declared is ClassForm {
  return 'methods' in declared;
}

export class Objects {
  private readonly made = new Map<Term, ClassForm | undefined>();

  constructor(private readonly definitions: Definitions) {}

  /** The class of `this`, of an instance made in view, or of what a type says to be one. */
  classOf(object: Term): ClassForm | undefined {
    return this.classOfValue(object) ?? this.classOfType(this.typeOf(object)) ?? this.classMadeFor(object);
  }

  /** `private readonly board = new Board()`: the class of what a field is set to, wherever it is set. */
  private classMadeFor(object: Term): ClassForm | undefined {
    if (object.kind !== 'member') return undefined;
    if (this.made.has(object)) return this.made.get(object);
    const owner = this.classOf(object.object);
    const found = owner && this.classOfField(owner, object.name);
    this.made.set(object, found);
    return found;
  }

  private classOfField(owner: ClassForm, name: string): ClassForm | undefined {
    const writes = this.definitions.lineOf(owner).flatMap((form) => form.fieldWrites.get(name) ?? []);
    const classes = writes.map((write) => {
      const made = this.definitions.termOf(write);
      return made.kind === 'call' && made.construct && made.callee.kind === 'class'
        ? made.callee.form
        : undefined;
    });
    return classes.every((each) => each === classes[0]) ? classes[0] : undefined;
  }

  private classOfType(type: TypeForm | undefined): ClassForm | undefined {
    if (type?.kind === 'union') {
      for (const each of type.types) {
        const found = this.classOfType(each);
        if (found) return found;
      }
    }
    const declared = type?.kind === 'named' ? this.definitions.declarationOf(type) : undefined;
    return declared && isClass(declared) ? declared : undefined;
  }

  private classOfValue(object: Term): ClassForm | undefined {
    if (object.kind === 'this') return 'methods' in object.owner ? object.owner : undefined;
    if (object.kind === 'class') return object.form;
    if (object.kind === 'call' && object.construct && object.callee.kind === 'class')
      return object.callee.form;
    if (object.kind === 'variable' && object.variable.writes.length === 1) {
      const [write] = object.variable.writes;
      const term = write === undefined ? undefined : this.definitions.termOf(write);
      return term && term.kind !== 'variable' ? this.classOfValue(term) : undefined;
    }
    return undefined;
  }

  /** The method that an object of a class of this file has under a name. */
  methodOf(object: Term, name: string): FunctionForm | undefined {
    const owner = this.classOf(object);
    if (!owner) return undefined;
    for (const form of this.definitions.lineOf(owner)) {
      const method = form.methods.get(name);
      if (method) return method;
    }
    return undefined;
  }

  /** The type that the file writes down for a term. */
  typeOf(term: Term): TypeForm | undefined {
    switch (term.kind) {
      case 'variable':
        return term.variable.annotation;
      case 'parameter':
        return term.form.parameterForms[term.index]?.annotation;
      case 'member': {
        const owner = this.classOf(term.object);
        if (owner)
          return this.definitions
            .lineOf(owner)
            .find((form) => form.fieldTypes.has(term.name))
            ?.fieldTypes.get(term.name);
        const object = this.typeOf(term.object);
        return object && this.memberType(object, term.name);
      }
      default:
        return undefined;
    }
  }

  /** The type of a member of a type. */
  memberType(type: TypeForm, name: string, depth = 0): TypeForm | undefined {
    if (depth > MAX_DEPTH) return undefined;
    switch (type.kind) {
      case 'members':
        return type.members.get(name);
      case 'union':
        for (const each of type.types) {
          const found = this.memberType(each, name, depth + 1);
          if (found) return found;
        }
        return undefined;
      case 'named': {
        const [argument] = type.arguments;
        if (argument && TRANSPARENT_TYPES.has(type.name)) return this.memberType(argument, name, depth + 1);
        const declared = this.definitions.declarationOf(type);
        if (!declared) return undefined;
        return isClass(declared) ? declared.fieldTypes.get(name) : this.memberType(declared, name, depth + 1);
      }
      default:
        return undefined;
    }
  }
}
