/** Calls of a store's methods: which accesses they make, and what they give. */
import type { MethodModel } from '../../stores/model.js';
import { isOwnStore } from '../../stores/own.js';
import { scopeOf, type Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { runCallback } from './callbacks.js';
import { functionOf, type Call } from './calls.js';
import type { Guard } from './guards.js';
import { newGuard, runGuarded } from './lock-calls.js';
import { accessesOf } from './store-accesses.js';
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
    return exported && methodCall(walk, { ...call, name: exported.name }, exported.receiver, exported.name);
  }
  if (call.name === undefined) return undefined;
  const begun = walk.unfinished.get(call.object.term);
  if (begun) return complete(walk, call, begun);
  const receiver = receivers.recognise(call.object.term);
  if (!receiver || (isOwnStore(receiver.model) && isShown(walk, call))) return undefined;
  return methodCall(walk, call, receiver, call.name);
}

/** A method of a class in view tells by itself what it does, unless it does nothing that we know of. */
function isShown(walk: Walk, call: Call): boolean {
  const form = functionOf(walk, call);
  if (!form) return false;
  const summary = walk.context.summaries.of(form);
  return !summary || summary.accesses.length > 0;
}

/** `.value(value)` of `put(key).value(value)`, or something between the two. */
function complete(walk: Walk, call: Call, begun: Unfinished): Value {
  if (call.name !== begun.method.completedBy) {
    walk.unfinished.set(call.term, begun);
    return valueOf(call.term);
  }
  const whole = {
    ...call,
    name: begun.call.name,
    object: begun.call.object,
    args: [...begun.call.args, ...call.args],
  };
  return access(walk, whole, begun.receiver, begun.method);
}

function methodCall(walk: Walk, call: Call, receiver: Receiver, called: string): Value | undefined {
  const { model } = receiver;
  if (model.lock) return undefined;
  const written = receiver.namespace ? `${receiver.namespace}.${called}` : called;
  const name = model.ignoresCase ? written.toLowerCase() : written;
  if (model.watch?.includes(name)) return watch(walk, call, receiver);
  if (model.unwatch?.includes(name)) return dropWatch(walk, call);
  if (model.send?.includes(name)) return send(walk, call, receiver);
  if (receiver.role === 'batch' && model.validates?.includes(name)) return validate(walk, call);
  const alone = model.alone?.[name];
  if (alone !== undefined) return runAlone(walk, call, receiver, alone);
  const unchanged = model.ifUnchanged?.[name];
  if (unchanged !== undefined) return runCompared(walk, call, unchanged);
  const method = receiver.role === 'holder' ? undefined : overloadOf(model.methods[name], call);
  if (method?.completedBy !== undefined) {
    walk.unfinished.set(call.term, { call, receiver, method });
    return valueOf(call.term);
  }
  if (method) return access(walk, call, receiver, method);
  const raw = model.raw?.[name];
  if (raw) return rawCommand(walk, call, raw);
  if (model.derived?.[name]?.role === 'batch') return batchOf(walk, call);
  return lend(walk, call, receiver);
}

/** What a method does with so many arguments. */
function overloadOf(method: MethodModel | undefined, { args }: Call): MethodModel | undefined {
  if (!method?.single) return method;
  return args.filter((argument) => argument.term.kind !== 'closure').length === 1 ? method.single : method;
}

/** The batch fails where what was read has changed: what it writes is a compare-and-set, and so is what it was given. */
function validate(walk: Walk, call: Call): Value {
  if (call.object) walk.validated.add(batchOrigin(call.object.term));
  const given = new Set(call.args.map((argument) => argument.term));
  for (const [index, access] of walk.accesses.entries()) {
    if (given.has(access.result)) walk.accesses[index] = compared(access);
  }
  return valueOf(call.term, call.object?.sources);
}

/** The call that began a chain: `kv.atomic()` of `kv.atomic().check(entry)`. */
function batchOrigin(term: Term): Term {
  let origin = term;
  while (origin.kind === 'call' && origin.callee.kind === 'member' && origin.callee.object.kind === 'call')
    origin = origin.callee.object;
  return origin;
}

/** A method whose callback's writes are kept only where nothing has changed. */
function runCompared(walk: Walk, call: Call, position: number): Value {
  const callback = call.args[position];
  const before = walk.accesses.length;
  const result = callback && walk.behindSuspension(call.instruction, () => runCallback(walk, callback, []));
  for (let index = before; index < walk.accesses.length; index++) {
    const access = walk.accesses[index];
    if (access) walk.accesses[index] = compared(access);
  }
  return result ?? valueOf(call.term);
}

/** A method that runs its callback with everybody else kept out. */
function runAlone(walk: Walk, call: Call, receiver: Receiver, position: number): Value {
  const callback = call.args[position];
  const guard = newGuard(call, 'lock', scopeOf(receiver), receiver.root);
  const term = walk.terms.made(call.instruction.to);
  const lent = walk.context.receivers.deriveForCallback(receiver, call.name ?? '', position, term);
  if (lent) walk.context.receivers.assume(term, { ...lent, connection: term });
  const waited = walk.foreignWaits;
  const result = runGuarded(walk, call, callback, guard, lent ? [valueOf(term)] : []);
  walk.foreignWaits = waited;
  if (receiver.model.gated) walk.gated.add(call.instruction.to);
  return result ?? valueOf(call.term);
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

function access(walk: Walk, call: Call, receiver: Receiver, method: MethodModel): Value {
  const made = accessesOf(walk, call, receiver, method).map((each) => validated(walk, call, each));
  if (receiver.model.gated) walk.gated.add(call.instruction.to);
  for (const each of made) {
    walk.accesses.push(each);
    if (each.operation === 'delete') walk.state.deletes = [...walk.state.deletes, each];
    if (each.operation === 'delete' || each.operation === 'atomic') release(walk, each.key);
    if (each.operation === 'conditional' && each.condition === 'absent') hold(walk, call, each);
  }
  const [first] = made;
  const result = resultOf(walk, call, made, method.keyed ?? false);
  if (method.loads !== undefined && call.object)
    walk.state.members.set(walk.terms.member(call.object.term, method.loads), result);
  if (first && receiver.role === 'batch' && call.object) {
    walk.state.take(call.object.term, result.sources);
    return valueOf(call.term, union(call.object.sources, result.sources));
  }
  deliver(walk, call, receiver, result);
  return result;
}

function validated(walk: Walk, call: Call, access: FlowAccess): FlowAccess {
  const isIn = call.object !== undefined && walk.validated.has(batchOrigin(call.object.term));
  return isIn ? compared(access) : access;
}

/** A write that fails where somebody else has written. */
function compared(access: FlowAccess): FlowAccess {
  if (access.operation !== 'write') return access;
  return { ...access, operation: 'conditional', condition: 'matches', outcome: { checked: true } };
}

/** A lock made by hand: `SET key token NX`. It is held until the key is deleted, by a script too. */
function hold(walk: Walk, call: Call, access: FlowAccess): void {
  const guard: Guard = {
    kind: 'lock',
    scope: scopeOf(access.receiver),
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
      scope: dedicated ? scopeOf(receiver) : 'process',
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
function deliver(walk: Walk, call: Call, receiver: Receiver, result: Value): void {
  const callback = receiver.model.callbacks ? call.args.at(-1) : undefined;
  if (callback?.term.kind !== 'closure') return;
  const error = valueOf(walk.terms.made(call.instruction.to));
  walk.behindSuspension(call.instruction, () =>
    runCallback(walk, callback, receiver.model.callbacks === 'plain' ? [result] : [error, result]),
  );
}
