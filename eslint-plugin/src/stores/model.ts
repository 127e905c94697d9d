/**
 * The shape of a store model: everything the analysis knows of a library, as data. Users teach their own
 * stores in the same shape, as JSON, in `settings.interleave.stores`; `settings.ts` checks it there.
 */
import type { Scope } from '../analysis/race.js';

/**
 * What an object of the library is to us.
 * - `client`: its methods access the store at once;
 * - `batch`: its methods queue, and a final call sends them;
 * - `pool`: lends clients;
 * - `holder`: has clients as properties, or makes them: a connection, an environment, a context.
 */
export type Role = 'client' | 'batch' | 'pool' | 'holder';

/**
 * What kind of thing a library keeps, and so which rules look at it.
 * - `key-value`: values under keys;
 * - `files`: the file system; keys are paths;
 * - `vectors`: records under ids, in an index;
 * - `graph`: the state of a graph of agents;
 * - `rows`: rows, documents and objects, known by the shape of calls;
 * - `memory`: the memory of the process.
 */
export type Family = 'key-value' | 'files' | 'vectors' | 'graph' | 'rows' | 'memory';

/** The key of all keys: what a read of everything reads, each value under its own name. */
export const WHOLE_STORE = '';

/** Where in a call's arguments something stands. */
export type ArgumentRef =
  /** The argument at this position. */
  | number
  /** All arguments from this position on, or the elements of an array that stands there. */
  | { readonly from: number }
  /** A named property of the object at this position. */
  | { readonly at: number; readonly property: string }
  /** Deeper in the argument at this position: names of properties, and `*` for each element of a list. */
  | { readonly at: number; readonly path: readonly string[] }
  /** The same at every call: the whole value, a default path. */
  | { readonly constant: string }
  /** Several arguments that together are one key; a list that is written out counts by its elements. */
  | { readonly together: readonly number[] }
  /** The names at this position: one, a list of them, or those of an object's properties. */
  | { readonly names: number }
  /** The first of these that is there. */
  | { readonly first: readonly ArgumentRef[] }
  /** An argument of an earlier link of a call that is built up: `creator().withId(id).do()`. */
  | { readonly link: string; readonly at: number }
  /** What the object stands for: the path behind a file handle. */
  | { readonly of: 'receiver' };

/** What a call has to say for something to hold of it. */
export interface When {
  /** A string argument anywhere after the value, in any case, e.g. `NX`. */
  readonly token?: string;
  /** A property of an options argument: present and not false, or equal to `equals`. */
  readonly option?: string;
  readonly equals?: string;
  /** A constant of the library among the arguments, by itself or joined to others, e.g. `COPYFILE_EXCL`. */
  readonly constant?: string;
}

/** What makes a write conditional. */
export interface ConditionModel extends When {
  /** `absent`: only where there is no value; `present`: only where there is one; `matches`: compare and set. */
  readonly only: 'absent' | 'present' | 'matches';
}

/** What a method does instead, where a call says so: a flag makes a write an append. The first that fits counts. */
export interface VariantModel extends When {
  readonly operation: MethodModel['operation'];
  readonly only?: ConditionModel['only'];
}

/** What makes a written key end by itself: a string argument, or a property of an options argument. */
export interface ExpiryModel {
  readonly token?: string;
  readonly option?: string;
  /** The position of a lifetime, of which 0 means none. */
  readonly at?: number;
}

export interface MethodModel {
  readonly operation: 'read' | 'check' | 'write' | 'delete' | 'atomic';
  readonly key?: ArgumentRef;
  readonly field?: ArgumentRef;
  readonly value?: ArgumentRef;
  /**
   * Pairs from this position on (`a, 1, b, 2`), or one object, Map or array that holds them:
   * names are keys or fields, the rest values.
   */
  readonly entries?: { readonly of: 'keys' | 'fields'; readonly from: number };
  /** Always conditional, e.g. `setnx`. */
  readonly only?: ConditionModel['only'];
  readonly conditions?: readonly ConditionModel[];
  /** What gives the key an end, e.g. `PX`; empty where nothing can. Without it nothing is known of its end. */
  readonly expiries?: readonly ExpiryModel[];
  readonly variants?: readonly VariantModel[];
  /** What the same call does besides: a rename removes what it moves. */
  readonly also?: readonly MethodModel[];
  /** The key whose value is written: `rename(from, to)`, `copyFile(from, to)`. */
  readonly copies?: ArgumentRef;
  /** The value stands in this property of the object: `await db.read(); db.data.n++; await db.write()`. */
  readonly property?: string;
  /** Its callback is given the result alone, with no error before it. */
  readonly plainCallback?: boolean;
  /** A write that adds to what is there, and replaces it only after a delete of the same key. */
  readonly adds?: boolean;
  /** A condition that does not hold throws: nobody can fail to look at the outcome. */
  readonly throws?: boolean;
  /** What it does where it is called with a single argument. */
  readonly single?: MethodModel;
  /** The method, of what this one gives, whose arguments follow: `put(key).value(value)`. */
  readonly completedBy?: string;
  /** Methods between the two, or behind them, that give the key an end: `put(key).value(value).lease(id)`. */
  readonly endedBy?: string;
  /** A read that gives an object with the values under their keys. */
  readonly keyed?: boolean;
  /** The last part of the key may be inside of the value, where its argument is left out. */
  readonly keyInValue?: boolean;
  /** Differs from the model: the call is over when it returns, or it is not. */
  readonly sync?: boolean;
  /** The ids under which records are made, or replaced as a whole, in an index of vectors. */
  readonly ids?: ArgumentRef;
  /** What tells records of one id apart: a collection, a namespace. */
  readonly within?: readonly ArgumentRef[];
  /** One of these properties makes a record one of an index of vectors. */
  readonly holds?: readonly string[];
  /** Of a gated store: a call that says so lets other events in while it is on its way. */
  readonly ungated?: When;
  /** Takes out what is there: twice, it takes two things or finds nothing the second time. */
  readonly takes?: boolean;
  /** Changes a number by a step. */
  readonly counts?: boolean;
  /** What is read is put into this argument, too: the buffer of `handle.read(buffer)`. */
  readonly fills?: number;
}

/** A method that gives another object of the library. */
export interface DerivedModel {
  readonly role: Role;
  /** The connection behind it is used by nobody else. */
  readonly dedicated?: boolean;
  /** A batch that runs as one transaction. */
  readonly transaction?: boolean;
  /** The object is handed to this callback argument rather than returned. */
  readonly callback?: number;
  /** Only for objects of this role. */
  readonly of?: Role;
  /** Its keys are its own, those of the object that gives it are others: a collection, a namespace, a table. */
  readonly separate?: boolean;
  /** It stands for one key, the one that this argument names: a file handle. */
  readonly key?: number;
  /**
   * Whether what is written through it ends by itself: `always`, as with a lease; by an option where it is made; or as
   * it was said `elsewhere`, where it was made.
   */
  readonly lifetime?: 'always' | 'elsewhere' | { readonly at: number; readonly option: string };
  /** Its methods are listed below this word: `handle.read`. */
  readonly namespace?: string;
}

/** How the objects of a library exclude others. */
export interface LockModel {
  /** Methods that run a callback alone, and the position of the callback (`last` where it varies). */
  readonly runs?: Readonly<Record<string, number | 'last'>>;
  /** The object itself is called with the callback: `limit(callback)`. */
  readonly callable?: boolean;
  /** Methods after which the lock is held, until a release. */
  readonly acquires?: readonly string[];
  readonly releases?: readonly string[];
  /** What is locked, where a call names it. */
  readonly key?: ArgumentRef;
  /** It lets several in where a property of the options at this position says so. */
  readonly shared?: { readonly at: number; readonly property: string; readonly is: string };
  /** It asks once, and fails where the lock is held, unless this argument says otherwise. */
  readonly asksOnce?: { readonly unless: { readonly at: number; readonly property: string } };
  /** It leaves something behind that blocks all others when its holder dies, unless this argument says otherwise. */
  readonly staysBehind?: { readonly unless: { readonly at: number; readonly property: string } };
  /** A lock only where this argument of the constructor or factory is 1; `absent`: what it is when left out. */
  readonly limit?: { readonly at: number; readonly property?: string; readonly absent: number };
}

export interface StoreModel {
  readonly id: string;
  /** `key-value` where it is left out. */
  readonly family?: Family;
  /** npm packages that export it. */
  readonly packages: readonly string[];
  /** Who can reach the store. */
  readonly scope: Scope;
  /** Patterns of texts that speak of it, whatever its objects are called: flags of its commands. */
  readonly flags?: readonly string[];
  /** Exported classes (dotted for members, `default` for the default export) and what `new` gives. */
  readonly classes?: Readonly<Record<string, Role>>;
  /** Exported functions and static methods that give an object. */
  readonly factories?: Readonly<Record<string, Role>>;
  /** Exported objects. */
  readonly instances?: Readonly<Record<string, Role>>;
  /** Objects of the platform, dotted for members: `localStorage`, `chrome.storage.local`. */
  readonly globals?: Readonly<Record<string, Role>>;
  /** Exported functions that are themselves methods of the store: `import { readFile } from 'node:fs/promises'`. */
  readonly functions?: boolean;
  /**
   * All objects of all models with this word reach the same keys: the file system, whatever library opens it.
   * Without it every object is a store of its own.
   */
  readonly space?: string;
  /** Each of its objects stands for one key, the one that this argument of the constructor names. */
  readonly bound?: number;
  /** A conditional write throws where it finds otherwise, so its outcome is always looked at. */
  readonly throws?: boolean;
  /** Exported types. */
  readonly types?: Readonly<Record<string, Role>>;
  /** Of the types, those of objects that stand for one key each, and the word below which their methods are listed. */
  readonly handles?: Readonly<Record<string, string>>;
  /** Types that are there without an import, dotted for members: `KVNamespace`, `Deno.Kv`. */
  readonly ambientTypes?: Readonly<Record<string, Role>>;
  /** Functions that are there without an import and give an object: `Deno.openKv`. */
  readonly ambientFactories?: Readonly<Record<string, Role>>;
  /** Properties of its objects that are objects of the library, too: `kv` of a connection, `storage` of a state. */
  readonly properties?: Readonly<Record<string, Role>>;
  /** Fields that a class of the user's has by extending one of these: `ctx` of a `DurableObject`. */
  readonly inherited?: Readonly<Record<string, Readonly<Record<string, Role>>>>;
  /**
   * Names of a property and its object by which such objects are known everywhere: `ctx.storage`, `env.*KV`. Those
   * that are so by themselves stand without a point: `redisClient`. `*` stands for any text; recognised with certainty
   * `likely`.
   */
  readonly conventions?: readonly string[];
  /** Names that suggest a receiver where nothing else tells; recognised with certainty `possible`. */
  readonly names?: readonly string[];
  /** Properties of a client that hold more methods, e.g. `json`: their methods are listed as `json.get`. */
  readonly namespaces?: readonly string[];
  /** True where `hSet`, `HSET` and `hset` are one method. Method names are then listed in lower case. */
  readonly ignoresCase?: boolean;
  readonly derived?: Readonly<Record<string, DerivedModel>>;
  readonly methods: Readonly<Record<string, MethodModel>>;
  /** Methods that watch a key: a transaction of the same connection fails if the key has changed. */
  readonly watch?: readonly string[];
  readonly unwatch?: readonly string[];
  /** Methods that take a command by name: as arguments, or as one list. */
  readonly raw?: Readonly<Record<string, 'arguments' | 'list'>>;
  /** Methods that send a batch. */
  readonly send?: readonly string[];
  readonly lock?: LockModel;
  /** Methods that run a callback with all others kept out of the store, and the callback's position. */
  readonly alone?: Readonly<Record<string, number>>;
  /** Methods that run a callback whose writes are kept only where nothing has changed, and its position. */
  readonly ifUnchanged?: Readonly<Record<string, number>>;
  /** Methods of a batch that make it fail where what was read has changed. */
  readonly validates?: readonly string[];
  /** Of their arguments, a list of constants that says that the key must not be there: `if(key, 'Create', '==', 0)`. */
  readonly expectsAbsent?: {
    readonly method: string;
    readonly last: number | null;
    readonly property?: string;
  };
  /** Last argument may be a Node-style callback `(error, result)`. */
  readonly callbacks?: boolean;
  /** Its calls are over when they return: without a suspension between them, no execution of this process comes in. */
  readonly sync?: boolean;
  /** While an operation is on its way, no other event is let in: only waiting for something else lets others run. */
  readonly gated?: boolean;
  /** A read gives the object that is kept, no copy: to change it in place is to change it for all. */
  readonly live?: boolean;
  /** Distributed where its maker is given a back end: something at `at`, or one of the properties of options there. */
  readonly backed?: { readonly at: number; readonly by: readonly string[] };
}

export function familyOf(model: StoreModel): Family {
  return model.family ?? 'key-value';
}
