/** A store as the file names it. */
import type { DerivedModel, Role, StoreModel } from '../../stores/model.js';
import type { Scope } from '../race.js';
import type { Term } from './terms.js';

export interface Receiver {
  readonly model: StoreModel;
  readonly role: Role;
  /** Methods are found below this property of the client, e.g. `json`. */
  readonly namespace?: string;
  /** `shaped`: its methods, or a convention, say so; `named`: only its name. */
  readonly evidence: 'resolved' | 'shaped' | 'named';
  /** Who can reach it, where that is not what the model says. */
  readonly scope?: Scope;
  /** The one key that the object stands for: the path behind a file handle. */
  readonly key?: Term;
  /** The object the store was first known as: equal roots are one store. */
  readonly root: Term;
  /** The connection belongs to this execution alone. */
  readonly dedicated: boolean;
  /** A batch that runs as one transaction. */
  readonly transaction: boolean;
  /** What is written through it ends by itself. */
  readonly expires?: boolean;
  /** The client that a batch belongs to. */
  readonly connection: Term;
}

/** A receiver that is known as `term` from the start. */
export function receiverOf(
  model: StoreModel,
  role: Role,
  evidence: Receiver['evidence'],
  term: Term,
): Receiver {
  return { model, role, evidence, root: term, dedicated: false, transaction: false, connection: term };
}

/** Who can reach the store behind a receiver. */
export function scopeOf({ scope, model }: Receiver): Scope {
  return scope ?? model.scope;
}

/** The object that a method of `receiver` gives. */
export function derivedFrom(receiver: Receiver, derived: DerivedModel, term: Term): Receiver {
  const keepsConnection = derived.role === 'batch' || !derived.dedicated;
  const dedicated = derived.dedicated ?? receiver.dedicated;
  const key = derived.key === undefined || term.kind !== 'call' ? undefined : term.arguments[derived.key];
  return {
    model: receiver.model,
    role: derived.role,
    evidence: receiver.evidence,
    root: derived.separate || receiver.role === 'holder' ? term : receiver.root,
    ...(receiver.scope && { scope: receiver.scope }),
    dedicated,
    transaction: derived.transaction ?? false,
    connection: keepsConnection ? receiver.connection : term,
    ...((derived.lifetime === 'always' || receiver.expires) && { expires: true }),
    ...(derived.namespace !== undefined && { namespace: derived.namespace }),
    ...(key && { key }),
  };
}
