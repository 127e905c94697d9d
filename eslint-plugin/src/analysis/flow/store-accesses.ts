/** The accesses that a call of a store's method makes, from what the model says of its arguments. */
import type { MethodModel } from '../../stores/model.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import type { Call } from './calls.js';
import { conditionOf, variantOf } from './conditions.js';
import { lifetimeOf } from './lifetimes.js';
import { isChangedInPlace } from './state.js';
import { at, isCallback, keysAt, writtenBy } from './store-arguments.js';
import { valueOf, type FlowAccess, type Value } from './value.js';
import type { Walk } from './walk.js';

/** Where a value is whole: the root of a JSON document. */
const WHOLE = new Set(['$', '.', '']);

export function accessesOf(walk: Walk, call: Call, receiver: Receiver, method: MethodModel): FlowAccess[] {
  if (!call.positional && method.entries === undefined && typeof method.key === 'number') {
    const spread = call.instruction.arguments.findIndex((argument) => argument.spread);
    if (spread >= 0 && spread <= method.key) return [];
  }
  const explicit = writtenOut(walk, call, method);
  const condition = conditionOf(explicit, method);
  const result = walk.terms.made(call.instruction.to);
  const outcome = { checked: method.throws ?? receiver.model.throws ?? false };
  // Takes tell whether there was something to take, additions whether it was there.
  if (condition !== 'none' || method.operation === 'atomic' || method.operation === 'delete')
    walk.context.outcomes.register(result, outcome);
  const { state } = walk;
  const base = {
    condition,
    ...((condition === 'absent' || receiver.model.expectsAbsent !== undefined) &&
      expiring(lifetimeOf(walk, explicit, receiver, method, (option) => hasSpread(walk, option)))),
    receiver,
    keyInValue: isKeyInValue(call, method),
    sync: method.sync ?? receiver.model.sync ?? false,
    method: receiver.namespace ? `${receiver.namespace}.${call.name ?? ''}` : (call.name ?? ''),
    instruction: call.instruction,
    form: walk.form,
    ...(walk.left && { via: walk.left }),
    guards: state.guards,
    control: state.control,
    decisions: state.decisions,
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

function expiring(expiry: FlowAccess['expiry']): Pick<FlowAccess, 'expiry'> {
  return expiry ? { expiry } : {};
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
  // Behind an object there are no pairs, only a callback: `hmset(key, { field: value }, done)`.
  const isObject = only.parts !== undefined || walk.context.definitions.objectOf(only.term) !== undefined;
  if (second && !isObject && !isCallback(second)) {
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

/** `put(store, record)` where `put(store, record, key)` could stand: the record has its key. */
function isKeyInValue(call: Call, { keyInValue, key }: MethodModel): boolean {
  if (!keyInValue || typeof key !== 'object' || !('together' in key)) return false;
  return key.together.some((position) => call.args[position] === undefined);
}
