/** Calls of a store's methods: which accesses they make, and what they give. */
import { familyOf, type MethodModel, type StoreModel } from '../../stores/model.js';
import { isOwnStore } from '../../stores/own.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { runCallback } from './callbacks.js';
import { functionOf, loadedName, type Call } from './calls.js';
import { letsOthersIn } from './conditions.js';
import { accessesOf } from './store-accesses.js';
import {
  dropWatch,
  hold,
  release,
  runAlone,
  runCompared,
  validate,
  validated,
  watch,
} from './store-guards.js';
import { NO_SOURCES, readSource, union, valueOf, type FlowAccess, type Source, type Value } from './value.js';
import type { Walk } from './walk.js';

/** A call of a store that a method of what it gave completes: `put(key)` of `put(key).value(value)`. */
export interface Unfinished {
  readonly call: Call;
  readonly receiver: Receiver;
  readonly method: MethodModel;
}

export function storeCall(walk: Walk, call: Call): Value | undefined {
  const { receivers } = walk.context;
  if (!call.object) {
    const exported = receivers.recogniseFunction(call.callee);
    return exported && methodCall(walk, call, exported.receiver, exported.name);
  }
  if (call.name === undefined) return undefined;
  const begun = walk.unfinished.get(call.object.term);
  if (begun) return complete(walk, call, begun);
  const ended = endedAfter(walk, call, call.object.term);
  if (ended) return ended;
  const receiver = receivers.recognise(call.object.term);
  if (!receiver || (isOwnStore(receiver.model) && isShown(walk, call))) return undefined;
  return methodCall(walk, call, receiver, call.name);
}

/** A method of a class in view tells by itself what it does, where its value is seen to come from a store or go to one. */
function isShown(walk: Walk, call: Call): boolean {
  const form = functionOf(walk, call);
  if (!form) return false;
  const summary = walk.context.summaries.of(form);
  if (!summary || [...summary.result.sources].some((source) => source.kind === 'read')) return true;
  return summary.accesses.some(({ written }) => written !== undefined && walk.wholeSources(written).size > 0);
}

/** `put(key).value(value).lease(id)`: what was written ends, after all. */
function endedAfter(walk: Walk, call: Call, result: Term): Value | undefined {
  const at = walk.accesses.findLastIndex((each) => each.result === result);
  const access = walk.accesses[at];
  const method = access?.receiver.model.methods[access.method];
  if (!access || call.name === undefined || method?.endedBy !== call.name) return undefined;
  walk.accesses[at] = { ...access, expiry: 'set' };
  return valueOf(result, call.object?.sources);
}

/** `.value(value)` of `put(key).value(value)`, or something between the two. */
function complete(walk: Walk, call: Call, begun: Unfinished): Value {
  if (call.name !== begun.method.completedBy) {
    const isEnded = call.name !== undefined && call.name === begun.method.endedBy;
    walk.unfinished.set(
      call.term,
      isEnded ? { ...begun, receiver: { ...begun.receiver, expires: true } } : begun,
    );
    return valueOf(call.term);
  }
  const whole = {
    ...call,
    name: begun.call.name,
    object: begun.call.object,
    args: [...begun.call.args, ...call.args],
  };
  return access(walk, whole, begun.receiver, begun.method, begun.call.name ?? '');
}

function methodCall(walk: Walk, call: Call, receiver: Receiver, called: string): Value | undefined {
  const { model } = receiver;
  if (model.lock) return undefined;
  const written = receiver.namespace ? `${receiver.namespace}.${called}` : called;
  const name = methodName(model, written);
  if (model.watch?.includes(name)) return watch(walk, call, receiver);
  if (model.unwatch?.includes(name)) return dropWatch(walk, call);
  if (model.send?.includes(name)) return send(walk, call, receiver);
  if (receiver.role === 'batch' && model.validates?.includes(name)) return validate(walk, call, receiver);
  const alone = model.alone?.[name];
  if (alone !== undefined) return runAlone(walk, call, receiver, alone);
  const unchanged = model.ifUnchanged?.[name];
  if (unchanged !== undefined) return runCompared(walk, call, unchanged);
  const method = receiver.role === 'holder' ? undefined : overloadOf(model.methods[name], call);
  if (method?.completedBy !== undefined) {
    walk.unfinished.set(call.term, { call, receiver, method });
    return valueOf(call.term);
  }
  if (method) return access(walk, { ...call, name: spoken(walk, call, called) }, receiver, method, called);
  const raw = model.raw?.[name];
  if (raw) return rawCommand(walk, call, raw);
  if (model.derived?.[name]?.role === 'batch') return batchOf(walk, call);
  return lend(walk, call, receiver);
}

/** A method as its model lists it; `promisifyAll` gives each that takes a callback a twin: `getAsync`. */
function methodName(model: StoreModel, written: string): string {
  const name = model.ignoresCase ? written.toLowerCase() : written;
  if (!model.callbacks || Object.hasOwn(model.methods, name)) return name;
  const twin = /^(.+?)async$/iu.exec(name)?.[1];
  return twin !== undefined && Object.hasOwn(model.methods, twin) ? twin : name;
}

/** What a method does with so many arguments. */
function overloadOf(method: MethodModel | undefined, { args }: Call): MethodModel | undefined {
  if (!method?.single) return method;
  return args.filter((argument) => argument.term.kind !== 'closure').length === 1 ? method.single : method;
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
  const made = [method, ...(method.also ?? [])]
    .flatMap((each) => accessesOf(walk, call, receiver, each))
    .map((each) => validated(walk, call, each));
  if (receiver.model.gated && !letsOthersIn(call, method)) walk.gated.add(call.instruction.to);
  for (const each of made) {
    walk.accesses.push(each);
    if (each.operation === 'delete') walk.state.deletes = [...walk.state.deletes, each];
    if (each.operation === 'delete' || each.operation === 'atomic') release(walk, each.key);
    if (each.operation === 'conditional' && each.condition === 'absent') hold(walk, call, each);
  }
  const [first] = made;
  const result = resultOf(walk, call, made, method.keyed ?? false);
  const object = walk.context.receivers.derive(receiver, called, call.term);
  if (object?.key) walk.context.receivers.assume(result.term, object);
  if (method.property !== undefined && call.object && method.operation === 'read') {
    keepIn(walk, call.object.term, method.property, result);
  }
  const filled = method.fills === undefined ? undefined : call.args[method.fills];
  if (filled) walk.state.take(filled.term, result.sources);
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

function send(walk: Walk, call: Call, receiver: Receiver): Value {
  const result = walk.terms.made(call.instruction.to);
  for (const guard of walk.state.guards)
    if (guard.kind === 'watch') walk.context.outcomes.register(result, guard.outcome);
  const value = valueOf(result, call.object?.sources ?? NO_SOURCES);
  deliver(walk, call, receiver, value);
  return value;
}

function resultOf(walk: Walk, call: Call, made: readonly FlowAccess[], keyed: boolean): Value {
  const [first] = made;
  const term = first?.result ?? call.term;
  const sources = new Set<Source>();
  const parts = new Map<string, Value>();
  made.forEach((each, index) => {
    if (each.operation !== 'read' && each.operation !== 'check') return;
    const own = new Set([readSource(each)]);
    sources.add(readSource(each));
    const name = keyed ? constantText(each.key) : made.length > 1 ? String(index) : undefined;
    if (name !== undefined) parts.set(name, valueOf(walk.terms.member(term, name), own));
  });
  return parts.size > 0 ? valueOf(term, sources, parts) : valueOf(term, sources);
}

function constantText(term: Term): string | undefined {
  return term.kind === 'constant' ? String(term.value) : undefined;
}

/** Node-style callbacks: `(error, result) => …` runs when the answer has come. */
function deliver(walk: Walk, call: Call, receiver: Receiver, result: Value, method?: MethodModel): void {
  const callback = receiver.model.callbacks ? call.args.at(-1) : undefined;
  if (callback?.term.kind !== 'closure') return;
  const error = failureOf(walk, call, receiver, result);
  const given = method?.plainCallback ? [result] : [error, result];
  walk.waits.behindSuspension(call.instruction, () => runCallback(walk, callback, given));
}

/** The error that a callback is given; a file system's tells that there is nothing. */
function failureOf(walk: Walk, call: Call, receiver: Receiver, result: Value): Value {
  if (familyOf(receiver.model) !== 'files' || result.sources.size === 0)
    return valueOf(walk.terms.made(call.instruction.to));
  return valueOf(walk.terms.compute('!', [result.term]), result.sources);
}
