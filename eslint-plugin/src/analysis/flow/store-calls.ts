/** Calls of a store's methods: which accesses they make, and what they give. */
import { familyOf, type MethodModel } from '../../stores/model.js';
import { isLockPath } from '../resources/paths.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { runCallback } from './callbacks.js';
import { loadedName, type Call } from './calls.js';
import type { Guard } from './guards.js';
import { conditionOf, expiryOf, variantOf } from './conditions.js';
import { at, isCallback, keysAt, writtenBy } from './store-arguments.js';
import { isChangedInPlace } from './state.js';
import { NO_SOURCES, readSource, union, valueOf, type FlowAccess, type Source, type Value } from './value.js';
import type { Walk } from './walk.js';

/** Where a value is whole: the root of a JSON document. */
const WHOLE = new Set(['$', '.', '']);

export function storeCall(walk: Walk, call: Call): Value | undefined {
  const { receivers } = walk.context;
  if (!call.object) {
    const exported = receivers.recogniseFunction(call.callee);
    return exported && methodCall(walk, call, exported.receiver, exported.name);
  }
  if (call.name === undefined) return undefined;
  const receiver = receivers.recognise(call.object.term);
  return receiver && methodCall(walk, call, receiver, call.name);
}

function methodCall(walk: Walk, call: Call, receiver: Receiver, called: string): Value | undefined {
  const { model } = receiver;
  if (model.lock) return undefined;
  const written = receiver.namespace ? `${receiver.namespace}.${called}` : called;
  const name = model.ignoresCase ? written.toLowerCase() : written;
  if (model.watch?.includes(name)) return watch(walk, call, receiver);
  if (model.unwatch?.includes(name)) return dropWatch(walk, call);
  if (model.send?.includes(name)) return send(walk, call, receiver);
  const method = model.methods[name];
  if (method) return access(walk, { ...call, name: spoken(walk, call, called) }, receiver, method, called);
  const raw = model.raw?.[name];
  if (raw) return rawCommand(walk, call, raw);
  if (model.derived?.[name]?.role === 'batch') return batchOf(walk, call);
  return lend(walk, call, receiver);
}

/** The name of a method; of a module that is one function, the name that the file gives it. */
function spoken(walk: Walk, call: Call, called: string): string {
  return called === 'default' || called === '*' ? (loadedName(walk, call.instruction) ?? called) : called;
}

/** `redis.call('GET', key)`, `client.sendCommand(['GET', key])`: the command's name is an argument. */
function rawCommand(walk: Walk, call: Call, form: 'arguments' | 'list'): Value | undefined {
  const [first] = call.args;
  const words = form === 'arguments' ? call.args : [...(first?.parts?.values() ?? [])];
  return command(walk, call, words);
}

function command(walk: Walk, call: Call, words: readonly Value[]): Value | undefined {
  const [word, ...args] = words;
  if (word?.term.kind !== 'constant' || typeof word.term.value !== 'string') return undefined;
  return storeCall(walk, { ...call, name: word.term.value.toLowerCase(), args });
}

/** `redis.multi([['set', key, value], …])` queues what it is given. */
function batchOf(walk: Walk, call: Call): Value {
  const batch = valueOf(call.term, call.object?.sources);
  for (const words of call.args[0]?.parts?.values() ?? []) {
    command(walk, { ...call, object: batch }, [...(words.parts?.values() ?? [])]);
  }
  return walk.refresh(batch);
}

/** A method that hands a client to a callback: `pool.execute(async (client) => …)`. */
function lend(walk: Walk, call: Call, receiver: Receiver): Value | undefined {
  for (const [index, argument] of call.args.entries()) {
    const term = walk.terms.made(call.instruction.to);
    const lent = walk.context.receivers.deriveForCallback(receiver, call.name ?? '', index, term);
    if (!lent) continue;
    walk.context.receivers.assume(term, { ...lent, connection: term });
    const result = runCallback(walk, argument, [valueOf(term)]);
    return result ?? valueOf(call.term);
  }
  return undefined;
}

function access(walk: Walk, call: Call, receiver: Receiver, method: MethodModel, called: string): Value {
  const made = [method, ...(method.also ?? [])].flatMap((each) => accessesOf(walk, call, receiver, each));
  for (const each of made) {
    walk.accesses.push(each);
    if (each.operation === 'delete') walk.state.deletes = [...walk.state.deletes, each];
    if (each.operation === 'delete' || each.operation === 'atomic') release(walk, each.key);
    if (each.operation === 'conditional' && each.condition === 'absent') hold(walk, call, each);
  }
  const [first] = made;
  const result = resultOf(walk, call, made);
  const object = walk.context.receivers.derive(receiver, called, call.term);
  if (object?.key) walk.context.receivers.assume(result.term, object);
  if (method.property !== undefined && call.object && method.operation === 'read') {
    keepIn(walk, call.object.term, method.property, result);
  }
  if (first && receiver.role === 'batch' && call.object) {
    walk.state.take(call.object.term, result.sources);
    return valueOf(call.term, union(call.object.sources, result.sources));
  }
  deliver(walk, call, receiver, result, method);
  return result;
}

/** `await db.read()` leaves what it has read in `db.data`. */
function keepIn(walk: Walk, object: Term, property: string, read: Value): void {
  const term = walk.terms.member(object, property);
  walk.state.members.set(term, valueOf(term, read.sources));
}

/** A lock made by hand: `SET key token NX`. It is held until the key is deleted, by a script too. */
function hold(walk: Walk, call: Call, access: FlowAccess): void {
  if (familyOf(access.receiver.model) === 'files' && !isLockPath(access.key)) return;
  const guard: Guard = {
    kind: 'lock',
    scope: access.receiver.model.scope,
    on: access.key,
    madeIn: undefined,
    call: call.instruction,
    outcome: access.outcome,
  };
  walk.state.guards = [...walk.state.guards, guard];
}

function release(walk: Walk, key: Term): void {
  if (walk.state.guards.length > 0) walk.state.guards = walk.state.guards.filter((guard) => guard.on !== key);
}

/** WATCH is kept by the connection: on a shared one it watches for everybody and guards nothing. */
function watch(walk: Walk, call: Call, receiver: Receiver): Value {
  const keys = call.args.flatMap((argument) => [...(argument.parts?.values() ?? [argument])]);
  const dedicated = receiver.dedicated || walk.made.has(receiver.root);
  for (const key of keys) {
    if (!dedicated && receiver.root.kind !== 'parameter') continue;
    const guard: Guard = {
      kind: 'watch',
      // A client that the caller passes may be his own.
      scope: dedicated ? receiver.model.scope : 'process',
      on: key.term,
      madeIn: undefined,
      call: call.instruction,
      outcome: { checked: receiver.model.id === 'node-redis' },
    };
    walk.state.guards = [...walk.state.guards, guard];
  }
  return valueOf(call.term);
}

function dropWatch(walk: Walk, call: Call): Value {
  walk.state.guards = walk.state.guards.filter((guard) => guard.kind !== 'watch');
  return valueOf(call.term);
}

function send(walk: Walk, call: Call, receiver: Receiver): Value {
  const result = walk.terms.made(call.instruction.to);
  for (const guard of walk.state.guards)
    if (guard.kind === 'watch') walk.context.outcomes.register(result, guard.outcome);
  const value = valueOf(result, call.object?.sources ?? NO_SOURCES);
  deliver(walk, call, receiver, value);
  return value;
}

function resultOf(walk: Walk, call: Call, made: readonly FlowAccess[]): Value {
  const [first] = made;
  const term = first?.result ?? call.term;
  const sources = new Set<Source>();
  const parts = new Map<string, Value>();
  made.forEach((each, index) => {
    if (each.operation !== 'read' && each.operation !== 'check') return;
    const own = new Set([readSource(each)]);
    sources.add(readSource(each));
    if (made.length > 1) parts.set(String(index), valueOf(walk.terms.member(term, String(index)), own));
  });
  return parts.size > 0 ? valueOf(term, sources, parts) : valueOf(term, sources);
}

/** Node-style callbacks: `(error, result) => …` runs when the answer has come. */
function deliver(walk: Walk, call: Call, receiver: Receiver, result: Value, method?: MethodModel): void {
  const callback = receiver.model.callbacks ? call.args.at(-1) : undefined;
  if (callback?.term.kind !== 'closure') return;
  const error = valueOf(walk.terms.made(call.instruction.to));
  const given = method?.plainCallback ? [result] : [error, result];
  walk.behindSuspension(call.instruction, () => runCallback(walk, callback, given));
}

function accessesOf(walk: Walk, call: Call, receiver: Receiver, method: MethodModel): FlowAccess[] {
  if (!call.positional && method.entries === undefined && typeof method.key === 'number') {
    const spread = call.instruction.arguments.findIndex((argument) => argument.spread);
    if (spread >= 0 && spread <= method.key) return [];
  }
  const explicit = writtenOut(walk, call, method);
  const condition = conditionOf(explicit, method);
  const result = walk.terms.made(call.instruction.to);
  const outcome = { checked: receiver.model.throws ?? false };
  if (condition !== 'none') walk.context.outcomes.register(result, outcome);
  const { state } = walk;
  const base = {
    condition,
    ...(condition === 'absent' &&
      method.expiries && { expiry: expiryOf(explicit, method, (option) => hasSpread(walk, option)) }),
    receiver,
    method: receiver.namespace ? `${receiver.namespace}.${call.name ?? ''}` : (call.name ?? ''),
    instruction: call.instruction,
    form: walk.form,
    guards: state.guards,
    control: state.control,
    suspensions: state.suspensions,
    waited: state.waited,
    validated: false,
    result,
    outcome,
  };
  const make = (key: Term, field: Term | undefined, written: Value | undefined): FlowAccess => {
    const afterDelete = method.adds === true && state.deletes.some((deleted) => deleted.key === key);
    return {
      ...base,
      operation: operationOf(call, method, condition, afterDelete),
      key,
      many: isMany(call, method),
      field,
      written,
      afterDelete,
      changedInPlace: isChangedInPlace(walk.state, written?.term),
    };
  };
  if (method.entries) return entryAccesses(walk, call, receiver, method, make);
  if (method.key === undefined) return [];
  const written = writtenBy(walk, call, receiver, method);
  const fields =
    method.field === undefined
      ? []
      : at(walk, call, receiver, method.field).map((field) => fieldOf(field.term));
  return keysAt(walk, call, receiver, method.key).flatMap((key) =>
    fields.length > 0 ? fields.map((field) => make(key, field, written)) : [make(key, undefined, written)],
  );
}

/** A call with the options that a constant holds: `const IF_ABSENT = { NX: true }`. */
function writtenOut(walk: Walk, call: Call, { conditions }: MethodModel): Call {
  if (!conditions) return call;
  const { definitions } = walk.context;
  const args = call.args.map((argument) => {
    const literal = argument.parts ? undefined : definitions.objectOf(argument.term);
    if (!literal) return argument;
    const parts = literal.entries.flatMap((entry) =>
      entry.kind === 'property' && 'name' in entry.property
        ? [[entry.property.name, valueOf(definitions.termOf(entry.value))] as const]
        : [],
    );
    return { ...argument, parts: new Map(parts) };
  });
  return { ...call, args };
}

/** True for an object literal that takes in another object: `{ NX: true, ...options }`. */
function hasSpread(walk: Walk, { term }: Value): boolean {
  const literal = walk.context.definitions.objectOf(term);
  return literal?.entries.some((entry) => entry.kind === 'spread') ?? false;
}

/** True where one argument stands for many keys: `mget(keys)`, `mset(values)`. */
function isMany(call: Call, method: MethodModel): boolean {
  const from =
    method.entries?.of === 'keys'
      ? method.entries.from
      : typeof method.key === 'object' && 'from' in method.key
        ? method.key.from
        : undefined;
  const list = from === undefined ? undefined : call.args[from];
  if (!list || call.args.length > (from ?? 0) + 1) return !call.positional && list !== undefined;
  return list.parts === undefined && list.term.kind !== 'constant' && list.term.kind !== 'concat';
}

function operationOf(
  call: Call,
  method: MethodModel,
  condition: FlowAccess['condition'],
  afterDelete: boolean,
): FlowAccess['operation'] {
  const operation = variantOf(call, method)?.operation ?? method.operation;
  if (operation === 'write' && condition !== 'none') return 'conditional';
  if (afterDelete) return 'write';
  return operation;
}

/** `hset key field value …`, `hset key {field: value}`, `mset {key: value}`. */
function entryAccesses(
  walk: Walk,
  call: Call,
  receiver: Receiver,
  method: MethodModel,
  make: (key: Term, field: Term | undefined, written: Value | undefined) => FlowAccess,
): FlowAccess[] {
  const { entries } = method;
  const key = method.key === undefined ? undefined : at(walk, call, receiver, method.key)[0];
  if (!entries) return [];
  const add = (name: Term | undefined, written: Value): FlowAccess[] => {
    if (entries.of === 'fields') return key ? [make(key.term, name, written)] : [];
    return name ? [make(name, undefined, written)] : [];
  };
  const rest = call.args.slice(entries.from);
  const [only, second] = rest;
  if (!only) return [];
  if (second && !isCallback(second)) {
    const pairs: FlowAccess[] = [];
    for (let index = 0; index + 1 < rest.length; index += 2) {
      const name = rest[index];
      const value = rest[index + 1];
      if (name && value) pairs.push(...add(name.term, value));
    }
    return pairs;
  }
  const named = [...(only.parts ?? [])].flatMap(([name, value]) =>
    add(walk.terms.constant(name), { ...value, sources: walk.wholeSources(value) }),
  );
  for (const { key: name, value } of only.computed ?? []) named.push(...add(name, value));
  if (only.computed) return named;
  if (entries.of === 'keys' && named.length === 0) return [make(only.term, undefined, only)];
  // What the object holds besides its named parts: spread into it, or stored into it later.
  return only.sources.size > 0 || named.length === 0 ? [...named, ...add(undefined, only)] : named;
}

function fieldOf(term: Term): Term | undefined {
  return term.kind === 'constant' && (term.value === undefined || WHOLE.has(String(term.value)))
    ? undefined
    : term;
}
