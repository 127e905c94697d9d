/** The accesses that a call of a store's method makes, from what the model says of its arguments. */
import type { ArgumentRef, MethodModel } from '../../stores/model.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import type { Call } from './calls.js';
import { conditionOf } from './conditions.js';
import { getMember } from './evaluate.js';
import { isChangedInPlace } from './state.js';
import { union, valueOf, type FlowAccess, type Value } from './value.js';
import type { Walk } from './walk.js';

/** Where a value is whole: the root of a JSON document. */
const WHOLE = new Set(['$', '.', '']);

export function accessesOf(walk: Walk, call: Call, receiver: Receiver, method: MethodModel): FlowAccess[] {
  if (!call.positional && method.entries === undefined && typeof method.key === 'number') {
    const spread = call.instruction.arguments.findIndex((argument) => argument.spread);
    if (spread >= 0 && spread <= method.key) return [];
  }
  const condition = conditionOf(call, method);
  const result = walk.terms.made(call.instruction.to);
  const outcome = { checked: method.throws === true };
  if (condition !== 'none') walk.context.outcomes.register(result, outcome);
  const { state } = walk;
  const base = {
    condition,
    receiver,
    keyInValue: isKeyInValue(call, method),
    sync: method.sync ?? receiver.model.sync ?? false,
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
      operation: operationOf(method, condition, afterDelete),
      key,
      many: isMany(call, method),
      field,
      written,
      afterDelete,
      changedInPlace: isChangedInPlace(walk.state, written?.term),
    };
  };
  if (method.entries) return entryAccesses(walk, call, method, make);
  if (method.key === undefined) return [];
  const written = method.value === undefined ? undefined : combined(walk, at(walk, call, method.value));
  const fields =
    method.field === undefined ? [] : at(walk, call, method.field).map((field) => fieldOf(field.term));
  return at(walk, call, method.key).flatMap((key) =>
    fields.length > 0
      ? fields.map((field) => make(key.term, field, written))
      : [make(key.term, undefined, written)],
  );
}

/** `put(store, record)` where `put(store, record, key)` could stand: the record has its key. */
function isKeyInValue(call: Call, { keyInValue, key }: MethodModel): boolean {
  if (!keyInValue || typeof key !== 'object' || !('together' in key)) return false;
  return key.together.some((position) => call.args[position] === undefined);
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
  method: MethodModel,
  condition: FlowAccess['condition'],
  afterDelete: boolean,
): FlowAccess['operation'] {
  if (method.operation === 'write' && condition !== 'none') return 'conditional';
  if (afterDelete) return 'write';
  return method.operation;
}

/** `hset key field value …`, `hset key {field: value}`, `mset {key: value}`. */
function entryAccesses(
  walk: Walk,
  call: Call,
  method: MethodModel,
  make: (key: Term, field: Term | undefined, written: Value | undefined) => FlowAccess,
): FlowAccess[] {
  const { entries } = method;
  const key = method.key === undefined ? undefined : at(walk, call, method.key)[0];
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

function isCallback(value: Value): boolean {
  return value.term.kind === 'closure';
}

function fieldOf(term: Term): Term | undefined {
  return term.kind === 'constant' && (term.value === undefined || WHOLE.has(String(term.value)))
    ? undefined
    : term;
}

/** The values that stand where `ref` says. */
function at(walk: Walk, call: Call, ref: ArgumentRef): Value[] {
  if (typeof ref === 'number') {
    const value = call.args[ref];
    // `get(['a'])` is a list of one; a key that is itself a list is not a thing.
    return value && !isCallback(value) ? [value] : [];
  }
  if ('constant' in ref) return [valueOf(walk.terms.constant(ref.constant))];
  if ('together' in ref) return together(walk, call, ref.together);
  if ('names' in ref) return namesIn(walk, call.args[ref.names]);
  if ('held' in ref) return call.object ? [getMember(walk, call.object, { name: ref.held })] : [];
  if ('first' in ref) {
    for (const each of ref.first) {
      const found = at(walk, call, each);
      if (found.length > 0) return found;
    }
    return [];
  }
  if ('from' in ref) {
    return call.args
      .slice(ref.from)
      .filter((value) => !isCallback(value))
      .flatMap((value) => (value.parts && value.parts.size > 0 ? [...value.parts.values()] : [value]));
  }
  const holder = call.args[ref.at];
  if (!holder) return [];
  const elements = holder.parts?.has('0') ? [...holder.parts.values()] : [holder];
  return elements.flatMap((element) => {
    const part = element.parts?.get(ref.property);
    // A list that is not written out holds the property somewhere.
    return part ? [part] : element.parts ? [] : [element];
  });
}

/** Arguments that are one key together: equal keys are one term. */
function together(walk: Walk, call: Call, positions: readonly number[]): Value[] {
  const parts = positions.flatMap((position) => {
    const value = call.args[position];
    return value && !isCallback(value) ? [value] : [];
  });
  if (parts.length === 0) return [];
  const terms = parts.map((part) => keyPart(walk, part));
  return [valueOf(walk.terms.compute('key', terms), union(...parts.map((part) => part.sources)))];
}

/** A list that is written out is equal to another one of the same elements. */
function keyPart(walk: Walk, { term, parts }: Value): Term {
  if (term.kind !== 'made' || !parts || walk.state.isChanged(term)) return term;
  return walk.terms.compute(
    'key',
    [...parts.values()].map((part) => keyPart(walk, part)),
  );
}

/** `'a'`, `['a', 'b']`, `{ a: 0, b: [] }`. */
function namesIn(walk: Walk, value: Value | undefined): Value[] {
  if (!value || isCallback(value)) return [];
  if (!value.parts || value.parts.size === 0) return [value];
  if (value.parts.has('0')) return [...value.parts.values()];
  return [...value.parts.keys()].map((name) => valueOf(walk.terms.constant(name)));
}

function combined(walk: Walk, values: readonly Value[]): Value | undefined {
  const [first] = values;
  if (!first) return undefined;
  const sources = union(...values.map((value) => walk.wholeSources(value)));
  return { ...first, sources };
}
