/** What the packages of store models export. */
import type { Role, StoreModel } from '../../stores/model.js';
import type { ImportOrigin } from '../lower/program.js';
import { receiverOf, type Receiver } from './receiver.js';
import type { Term } from './terms.js';

/** How an exported name gives a receiver: by `new`, by a call, by itself, or as a type. */
export type ExportGroup = 'classes' | 'factories' | 'instances' | 'types';

const known = new WeakMap<readonly StoreModel[], StoreExports>();

/** What the packages of these models export: put together once for the same list. */
export function exportsOf(stores: readonly StoreModel[]): StoreExports {
  let exports = known.get(stores);
  if (!exports) known.set(stores, (exports = new StoreExports(stores)));
  return exports;
}

export class StoreExports {
  private readonly models = new Map<string, StoreModel[]>();
  private readonly globals = new Map<string, Offer>();
  private readonly ambientTypes = new Map<string, Offer>();
  private readonly ambientFactories = new Map<string, Offer>();
  /** Fields by the class that is extended. */
  private readonly inherited = new Map<string, { readonly model: StoreModel; readonly fields: Roles }>();

  constructor(stores: readonly StoreModel[]) {
    for (const model of stores) {
      note(this.globals, model, model.globals);
      note(this.ambientTypes, model, model.ambientTypes);
      note(this.ambientFactories, model, model.ambientFactories);
      for (const [base, fields] of Object.entries(model.inherited ?? {}))
        this.inherited.set(base, { model, fields });
      for (const name of model.packages) this.models.set(name, [...(this.models.get(name) ?? []), model]);
    }
  }

  has(source: string): boolean {
    return this.models.has(source);
  }

  /** What `term` is where it is made from an import in the given way. */
  find(origin: ImportOrigin, group: ExportGroup, term: Term): Receiver | undefined {
    for (const model of this.models.get(origin.source) ?? []) {
      const role = roleOf(groupOf(model, group), origin.name);
      if (role)
        return bound(receiverOf(model, role, 'resolved', term), group === 'types' ? origin.name : undefined);
    }
    return undefined;
  }

  /** What the platform offers under the name that `term` is. */
  findGlobal(term: Term): Receiver | undefined {
    const name = this.globals.size > 0 ? globalName(term) : undefined;
    const found = name === undefined ? undefined : this.globals.get(name);
    return found && receiverOf(found.model, found.role, 'resolved', term);
  }

  /** What a property of an object of the library is, by the model at hand or by another one of the same packages. */
  findProperty(model: StoreModel, name: string): Offer | undefined {
    const models = [model, ...model.packages.flatMap((source) => this.models.get(source) ?? [])];
    const found = models.find((each) => each.properties && name in each.properties);
    const role = found?.properties?.[name];
    return found && role && { model: found, role };
  }

  /** What a type that needs no import promises. */
  findAmbientType(name: string, term: Term): Receiver | undefined {
    const found = this.ambientTypes.get(name);
    return found && receiverOf(found.model, found.role, 'resolved', term);
  }

  /** What a function of the platform gives. */
  findAmbientFactory(callee: Term, term: Term): Receiver | undefined {
    const name = this.ambientFactories.size > 0 ? globalName(callee) : undefined;
    const found = name === undefined ? undefined : this.ambientFactories.get(name);
    return found && receiverOf(found.model, found.role, 'resolved', term);
  }

  /** The field that a class has because it extends `base`. */
  findInherited(base: Term, field: string, term: Term): Receiver | undefined {
    if (base.kind !== 'import' && base.kind !== 'global') return undefined;
    const found = this.inherited.get(base.name);
    const role = found?.fields[field];
    if (!found || !role || (base.kind === 'import' && !found.model.packages.includes(base.source)))
      return undefined;
    return receiverOf(found.model, role, 'resolved', term);
  }

  /** The model whose method the import itself is: `import { readFile } from 'node:fs/promises'`. */
  findFunction({ source, name }: ImportOrigin): StoreModel | undefined {
    return this.models.get(source)?.find((model) => model.functions && hasMethod(model, name));
  }
}

type Roles = Readonly<Record<string, Role>>;

export interface Offer {
  readonly model: StoreModel;
  readonly role: Role;
}

function note(offers: Map<string, Offer>, model: StoreModel, roles: Roles | undefined): void {
  for (const [name, role] of Object.entries(roles ?? {})) offers.set(name, { model, role });
}

function hasMethod({ methods, derived, lock }: StoreModel, name: string): boolean {
  if (Object.hasOwn(methods, name) || derived?.[name] !== undefined) return true;
  return [...(lock?.acquires ?? []), ...(lock?.releases ?? [])].includes(name);
}

/** An object that stands for the key which it was made with; one that is handed in, for that of its caller. */
function bound(receiver: Receiver, type: string | undefined): Receiver {
  const { model, root } = receiver;
  const isGiven = (root.kind === 'typed' ? root.operand : root).kind === 'parameter';
  const namespace = type === undefined || !isGiven ? undefined : model.handles?.[type];
  if (namespace !== undefined) return { ...receiver, namespace, key: root };
  const key = model.bound === undefined || root.kind !== 'call' ? undefined : root.arguments[model.bound];
  return key ? { ...receiver, key } : receiver;
}

const MODULE = { '*': 'client', default: 'client' } as const;

/** A module whose functions are the store's methods is itself the store. */
function groupOf(model: StoreModel, group: ExportGroup): Readonly<Record<string, Role>> | undefined {
  if (group !== 'instances' || !model.functions) return model[group];
  return { ...MODULE, ...model.instances };
}

/** The dotted name of what the platform offers: `chrome.storage.local`, and `window.localStorage` without its head. */
function globalName(term: Term): string | undefined {
  if (term.kind === 'global') return term.name;
  if (term.kind !== 'member') return undefined;
  const object = globalName(term.object);
  if (object === undefined) return undefined;
  return GLOBAL_OBJECTS.has(object) ? term.name : `${object}.${term.name}`;
}

const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global']);

/** The whole module of a CommonJS library is its default export; its members are the named ones. */
function roleOf(names: Readonly<Record<string, Role>> | undefined, exported: string): Role | undefined {
  if (!names) return undefined;
  const name = exported.replace(/^default\./u, '');
  return (
    (exported === '*' ? names['default'] : undefined) ??
    names[exported] ??
    names[name] ??
    names[`default.${name}`]
  );
}

/** The import that a term is, members of a namespace or of a class included: `Redis.fromEnv`. */
export function importOf(term: Term): ImportOrigin | undefined {
  if (term.kind === 'import') return { source: term.source, name: term.name };
  if (term.kind !== 'member') return undefined;
  const origin = importOf(term.object);
  if (!origin) return undefined;
  return { source: origin.source, name: origin.name === '*' ? term.name : `${origin.name}.${term.name}` };
}

/** `import * as ns` and `import Lib`, used as `ns.Type` and `Lib.Type`. */
export function afterRoot(origin: ImportOrigin, path: readonly string[]): ImportOrigin {
  const rest = path.slice(1);
  if (rest.length === 0) return origin;
  return { source: origin.source, name: rest.join('.') };
}
