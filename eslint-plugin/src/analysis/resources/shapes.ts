/**
 * Stores that a project wrote for itself: an object whose class or type, in view, reads a key and writes one, both
 * asynchronously. What its methods do with the key is not known, so races on it are `likely` at most.
 */
import { OWN_STORE, OWN_STORE_BY_TWO } from '../../stores/own.js';
import type { StoreModel } from '../../stores/model.js';
import type { ClassForm, FunctionForm, TypeForm } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { isClass, type Objects } from './objects.js';
import { receiverOf, type Receiver } from './receiver.js';
import type { Term } from './terms.js';

const PAIRS: readonly (readonly [read: string, writes: readonly string[]])[] = [
  ['get', ['set', 'put']],
  ['getItem', ['setItem', 'putItem']],
  ['read', ['write']],
  ['load', ['save', 'store']],
  // Marks, which are only asked for.
  ['has', ['set', 'put']],
  ['exists', ['set', 'put']],
];

/** What a method takes, as far as names tell; undefined for one that is not asynchronous. */
type Parameters = readonly (string | undefined)[];

export class Shapes {
  private readonly known = new Map<TypeForm | ClassForm, StoreModel | undefined>();

  constructor(
    private readonly definitions: Definitions,
    private readonly objects: Objects,
  ) {}

  recognise(term: Term): Receiver | undefined {
    const shape = this.objects.typeOf(term) ?? this.objects.classOf(term);
    if (!shape || term.kind === 'class') return undefined;
    if (!this.known.has(shape)) this.known.set(shape, this.modelOf(shape));
    const model = this.known.get(shape);
    return model && receiverOf(model, 'client', 'shaped', term);
  }

  private modelOf(shape: TypeForm | ClassForm): StoreModel | undefined {
    const form = 'kind' in shape ? this.classNamed(shape) : shape;
    if (isNoStoreName(form?.name ?? ('kind' in shape && shape.kind === 'named' ? shape.name : undefined)))
      return undefined;
    const parametersOf = (name: string): Parameters | undefined =>
      form ? this.ofClass(form, name) : 'kind' in shape ? this.ofType(shape, name) : undefined;
    for (const [read, writes] of PAIRS) {
      const taken = parametersOf(read);
      const written = writes.map(parametersOf).find((each) => each !== undefined);
      const model = taken && written && modelFor(taken, written);
      if (model) return model;
    }
    return undefined;
  }

  private classNamed(type: TypeForm): ClassForm | undefined {
    const declared = type.kind === 'named' ? this.definitions.declarationOf(type) : undefined;
    return declared && isClass(declared) ? declared : undefined;
  }

  private ofClass(owner: ClassForm, name: string): Parameters | undefined {
    for (const form of this.definitions.lineOf(owner)) {
      const method = form.methods.get(name);
      if (method) return isAsync(method) ? method.parameterForms.map((each) => each.name) : undefined;
      const declared = form.fieldTypes.get(name);
      if (declared) return parametersOfType(declared);
    }
    return undefined;
  }

  private ofType(type: TypeForm, name: string): Parameters | undefined {
    const member = this.objects.memberType(type, name);
    return member && parametersOfType(member);
  }
}

function parametersOfType(type: TypeForm): Parameters | undefined {
  return type.kind === 'returns' && isPromise(type.result) ? type.parameters : undefined;
}

function isAsync(form: FunctionForm): boolean {
  return !form.generator && (form.async || (form.returns !== undefined && isPromise(form.returns)));
}

function isPromise(type: TypeForm): boolean {
  if (type.kind === 'union') return type.types.some(isPromise);
  return (
    type.kind === 'named' && /^(?:Promise|PromiseLike|Thenable|Awaitable|MaybePromise)$/u.test(type.name)
  );
}

function modelFor(read: Parameters, write: Parameters): StoreModel | undefined {
  const [first, second] = read;
  if (read.length === 0 || write.length < 2 || isNoKeyName(first)) return undefined;
  return write.length > 2 && second !== undefined && /(?:key|id|name|field)$/iu.test(second)
    ? OWN_STORE_BY_TWO
    : OWN_STORE;
}

/** Names of things that have such methods and keep nothing that others share. */
function isNoStoreName(name: string | undefined): boolean {
  return /header|param|form|cookie|request|response|http|url|query|socket|stream|port|gpio|i2c|serial|api/iu.test(
    name ?? '',
  );
}

/** What is read by a place, a position or an address is no key of a store. */
function isNoKeyName(name: string | undefined): boolean {
  return /^(?:url|uri|href|path|file\w*|dir\w*|endpoint|route|selector|query|sql|offset|size|length|count|n|chunk|buf\w*|bytes|addr\w*|pos\w*|register|pin|channel|options|opts|config|params|req|request)$/iu.test(
    name ?? '',
  );
}
