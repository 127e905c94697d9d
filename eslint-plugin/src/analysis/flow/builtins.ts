/** Promises, arrays and other things of the language itself. */
import type { Term } from '../resources/terms.js';
import { runCallback } from './callbacks.js';
import type { Call } from './calls.js';
import { checksIn, keptCheck, settledCheck, whereTried } from './tried.js';
import { elementOf, writeProperty } from './memory.js';
import { NO_SOURCES, union, valueOf, type Sources, type Value } from './value.js';
import type { Walk } from './walk.js';

/** Methods that call their first argument once per element, now. */
const ITERATIONS = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'flatMap',
  'sort',
  'toSorted',
]);

/** Methods that put their arguments into their object. */
const MUTATORS = new Set([
  'push',
  'unshift',
  'splice',
  'set',
  'add',
  'append',
  'fill',
  'insert',
  'enqueue',
  'put',
  'delete',
  'pop',
  'shift',
  'sort',
  'reverse',
  'clear',
  'remove',
]);

/** Functions that put their other arguments into the first one. */
const ASSIGNERS = new Set([
  'assign',
  'merge',
  'extend',
  'defaults',
  'defaultsDeep',
  'defineProperty',
  'set',
  'unset',
  'update',
]);

/** Functions that call their argument later. */
const DEFERRERS = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'nextTick',
  'requestAnimationFrame',
  'on',
  'once',
  'addEventListener',
  'subscribe',
  'waitUntil',
  'after',
]);

export function builtinCall(walk: Walk, call: Call): Value | undefined {
  const { name, object } = call;
  if (name === undefined) return undefined;
  if (object) return methodCall(walk, call, name, object);
  return DEFERRERS.has(name) ? deferredCall(walk, call) : undefined;
}

function methodCall(walk: Walk, call: Call, name: string, object: Value): Value | undefined {
  if (object.term.kind === 'global') {
    if (object.term.name === 'Promise') return promiseCall(walk, call, name);
    if (object.term.name === 'Object' || object.term.name === 'Reflect') return assignCall(walk, call, name);
    if (object.term.name === 'Array' && name === 'from') return listCall(walk, call);
  }
  if (name === 'then' || name === 'catch' || name === 'finally') return thenCall(walk, call, name, object);
  if (name === 'join' && object.parts && !walk.state.isChanged(object.term))
    return joinCall(walk, call, object);
  if (name === 'concat' && call.args.length > 0 && isText(object.term)) {
    return textOf(walk, [object, ...call.args]);
  }
  if (name === 'toString' && call.args.length === 0)
    return valueOf(walk.terms.compute('text', [object.term]), object.sources);
  if (DEFERRERS.has(name)) return deferredCall(walk, call);
  if (ITERATIONS.has(name) || name === 'reduce' || name === 'reduceRight')
    return iterate(walk, call, name, object);
  if (ASSIGNERS.has(name) && call.args.length > 1 && isLibrary(object.term))
    return assignCall(walk, call, 'assign');
  if (isRegistration(walk, call)) return deferredCall(walk, call);
  if (MUTATORS.has(name)) {
    const sources = union(...call.args.map((argument) => walk.wholeSources(argument)));
    walk.state.take(object.term, sources);
    return valueOf(call.term, union(object.sources, sources));
  }
  return undefined;
}

function promiseCall(walk: Walk, call: Call, name: string): Value | undefined {
  const [first] = call.args;
  if (!first) return undefined;
  if (name === 'resolve' || name === 'all') return first;
  if (name === 'race' || name === 'any' || name === 'allSettled')
    return valueOf(call.term, walk.wholeSources(first));
  return undefined;
}

/** `promise.then(callback)`: another execution may run before the callback does, while the caller goes on. */
function thenCall(walk: Walk, call: Call, name: string, object: Value): Value | undefined {
  const [callback, rejected] = call.args;
  if (!callback) return undefined;
  return walk.waits.behindSuspension(call.instruction, () => {
    const settled = walk.refresh(object);
    if (name === 'finally') {
      runCallback(walk, callback, []);
      return settled;
    }
    if (name === 'catch') {
      const error = valueOf(walk.terms.made(call.instruction.to));
      const caught = whereTried(walk, settled, true, call.instruction.at, () =>
        runCallback(walk, callback, [error], { optional: true }),
      );
      const told = settledCheck(walk, settled, caught);
      if (told) return told;
      return caught ? valueOf(call.term, union(settled.sources, caught.sources)) : settled;
    }
    const { at } = call.instruction;
    const result = whereTried(walk, settled, false, at, () => runCallback(walk, callback, [settled]));
    const failed =
      rejected &&
      whereTried(walk, settled, true, at, () =>
        runCallback(walk, rejected, [valueOf(walk.terms.made(call.instruction.to))], { optional: true }),
      );
    // A constant in place of what a check has found still tells that it has found something.
    const told = result && keptCheck(walk, settled, result, failed);
    if (told) return told;
    if (!result) return valueOf(call.term, union(walk.wholeSources(settled), callback.sources));
    // A later `catch` also runs where what was checked first has failed.
    const checks = checksIn(settled);
    return checks.size === 0 ? result : { ...result, sources: union(result.sources, checks) };
  });
}

function iterate(walk: Walk, call: Call, name: string, object: Value): Value | undefined {
  const [callback, initial] = call.args;
  if (callback?.term.kind !== 'closure') return undefined;
  const sources = walk.wholeSources(object);
  // What `find` gives is the element its callback was given.
  const given = name.startsWith('find') ? call.term : elementOf(walk, object.term, call.instruction.to);
  const element = valueOf(given, sources);
  const args = name.startsWith('reduce') ? [initial ?? element, element] : [element];
  const concurrent = callback.term.form.async;
  const result = runCallback(walk, callback, args, { sources, optional: true, concurrent });
  const own: Sources = name === 'forEach' || !result ? NO_SOURCES : walk.wholeSources(result);
  return valueOf(call.term, union(sources, own, initial?.sources ?? NO_SOURCES));
}

/** `Array.from({ length: 4 }, worker)` calls it for each element, as `map` does. */
function listCall(walk: Walk, call: Call): Value | undefined {
  const [elements, ...callbacks] = call.args;
  return elements && iterate(walk, { ...call, args: callbacks }, 'map', elements);
}

function assignCall(walk: Walk, call: Call, name: string): Value | undefined {
  const [target, ...others] = call.args;
  if (!target || !ASSIGNERS.has(name)) return undefined;
  const sources = union(...others.map((argument) => walk.wholeSources(argument)));
  for (const other of others) {
    for (const [part, value] of other.parts ?? []) {
      writeProperty(walk, target.term, walk.terms.member(target.term, part), value, call.instruction);
    }
  }
  walk.state.take(target.term, sources);
  return { ...walk.refresh(target), sources: union(walk.wholeSources(target), sources) };
}

function deferredCall(walk: Walk, call: Call): Value | undefined {
  const callbacks = call.args.filter((argument) => argument.term.kind === 'closure');
  if (callbacks.length === 0) return undefined;
  const before = walk.accesses.length;
  for (const callback of callbacks) {
    walk.waits.behindSuspension(call.instruction, () =>
      runCallback(walk, callback, [], { optional: true, deferred: true }),
    );
  }
  if (call.name === 'setInterval')
    for (const access of walk.accesses.slice(before)) walk.context.outliving.add(access);
  return valueOf(call.term);
}

/**
 * `app.post('/orders', async (request) => …)`, `bot.command('start', …)`: what is told by its name and waited for by
 * nobody runs for each request. A span or a lock that takes a name, too, is awaited or given back.
 */
function isRegistration(walk: Walk, { args, instruction }: Call): boolean {
  const [first, ...others] = args;
  const told = first?.term.kind === 'constant' ? first.term.value : undefined;
  if (typeof told !== 'string') return false;
  if (!others.some(({ term }) => term.kind === 'closure' && term.form.async)) return false;
  const { definitions } = walk.context;
  if (definitions.program.awaited.has(instruction.to)) return false;
  return told.startsWith('/') || !definitions.returnsOf(walk.form).includes(instruction.to);
}

/** `['a', id].join(':')` is a text of known parts. */
function joinCall(walk: Walk, call: Call, object: Value): Value {
  const separator = call.args[0] ?? valueOf(walk.terms.constant(','));
  const parts = [...(object.parts?.values() ?? [])].flatMap((part, index) =>
    index === 0 ? [part] : [separator, part],
  );
  return textOf(walk, parts);
}

function textOf(walk: Walk, parts: readonly Value[]): Value {
  return valueOf(
    walk.terms.concat(parts.map((part) => part.term)),
    union(...parts.map((part) => walk.wholeSources(part))),
  );
}

function isText(term: Term): boolean {
  return term.kind === 'concat' || (term.kind === 'constant' && typeof term.value === 'string');
}

/** `_.merge(target, …)`: an imported helper, not an object of the program. */
function isLibrary(term: Term): boolean {
  return term.kind === 'import' || term.kind === 'global';
}
