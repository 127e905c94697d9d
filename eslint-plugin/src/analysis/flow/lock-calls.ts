/** Calls that exclude others: a callback run alone, a lock taken, a lock let go. */
import { MEMORY } from '../../stores/memory.js';
import type { CallInstruction, FunctionForm, StoreInstruction, Temp, Variable } from '../lower/program.js';
import type { LockModel } from '../../stores/model.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { runCallback } from './callbacks.js';
import type { Call } from './calls.js';
import { noteLockEvent } from './lock-events.js';
import { isAcquireName, isLockRunnerName, isReleaseName, type Guard } from './guards.js';
import { valueOf, type Value } from './value.js';
import type { Walk } from './walk.js';

export function lockCall(walk: Walk, call: Call): Value | undefined {
  const known = knownLock(walk, call);
  if (known) return known;
  if (isQueue(walk, call))
    return runGuarded(walk, call, call.args[0], newGuard(call.instruction, 'queue', 'process', call.callee));
  return lockByName(walk, call);
}

function knownLock(walk: Walk, call: Call): Value | undefined {
  const { receivers } = walk.context;
  const self = receivers.recognise(call.callee);
  if (self?.model.lock?.callable && self.evidence === 'resolved') {
    return runLibraryLock(walk, call, self, self.model.lock, 0);
  }
  const exported = call.object ? undefined : receivers.recogniseFunction(call.callee);
  if (exported?.receiver.model.lock)
    return methodOfLock(walk, { ...call, name: exported.name }, exported.receiver);
  const receiver = call.object && receivers.recognise(call.object.term);
  return receiver && methodOfLock(walk, call, receiver);
}

function methodOfLock(walk: Walk, call: Call, receiver: Receiver): Value | undefined {
  const lock = receiver.model.lock;
  if (!lock || call.name === undefined) return undefined;
  const position = lock.runs?.[call.name];
  if (position !== undefined) {
    return runLibraryLock(walk, call, receiver, lock, position === 'last' ? call.args.length - 1 : position);
  }
  if (lock.acquires?.includes(call.name)) {
    const guard = libraryGuard(walk, call, receiver, lock);
    // One of several slots is no guard, and has to be given back all the same.
    if (guard ?? !isLocal(receiver.root))
      noteLockEvent(walk, call, 'acquire', guard?.on ?? receiver.root, receiver.model);
    if (guard) walk.state.guards = [...walk.state.guards, { ...guard, given: call.term }];
    return valueOf(call.term);
  }
  if (lock.releases?.includes(call.name)) {
    noteLockEvent(walk, call, 'release', receiver.root, receiver.model);
    dropGuards(walk, call);
    return valueOf(call.term);
  }
  return undefined;
}

/** Slots of a function's own are gone when it ends: nobody else waits for one. */
function isLocal(root: Term): boolean {
  if (root.kind === 'call') return true;
  return root.kind === 'variable' && root.variable.kind === 'local' && root.variable.owner.kind !== 'module';
}

function runLibraryLock(
  walk: Walk,
  call: Call,
  receiver: Receiver,
  lock: LockModel,
  position: number,
): Value | undefined {
  const callback = call.args[position];
  const guard = libraryGuard(walk, call, receiver, lock);
  if (guard) return runGuarded(walk, call, callback, guard);
  // It lets several in at once: the callback runs, and nothing is held.
  const result =
    callback && walk.waits.behindSuspension(call.instruction, () => runCallback(walk, callback, []));
  return result ?? valueOf(call.term);
}

/** The guard that a library's lock gives, or undefined where it lets several in at once. */
function libraryGuard(walk: Walk, call: Call, receiver: Receiver, lock: LockModel): Guard | undefined {
  const { root } = receiver;
  const made = walk.context.receivers.madeBy(root);
  if (lock.limit && limitOf(lock.limit, made) !== 1) return undefined;
  if (lock.shared && isSharedMode(call, lock.shared)) return undefined;
  const keyRef = lock.key;
  const key =
    typeof keyRef === 'number'
      ? call.args[keyRef]
      : keyRef && 'from' in keyRef
        ? call.args[keyRef.from]
        : undefined;
  const on = key ? ([...(key.parts?.values() ?? [])][0]?.term ?? key.term) : root;
  // A lock that lives in a server is the same one wherever its name is; others are as many as there are objects.
  const madeIn =
    receiver.model.scope === 'process' ? walk.made.get(call.object?.term ?? call.callee) : undefined;
  return {
    ...newGuard(call.instruction, 'lock', receiver.model.scope, on, madeIn),
    keyed: key !== undefined,
  };
}

function isSharedMode(call: Call, { at, property, is }: NonNullable<LockModel['shared']>): boolean {
  const mode = call.args[at]?.parts?.get(property)?.term;
  return mode?.kind === 'constant' && mode.value === is;
}

function limitOf(limit: NonNullable<LockModel['limit']>, made: Term | undefined): number | undefined {
  if (made?.kind !== 'call') return undefined;
  const argument = made.arguments[limit.at];
  if (!argument) return limit.absent;
  if (limit.property === undefined) return argument.kind === 'constant' ? Number(argument.value) : undefined;
  // The options object was read off its definition; see Receivers.madeBy.
  return argument.kind === 'constant' ? Number(argument.value) : undefined;
}

/** `this.tail = this.tail.then(task)`: tasks chained to a shared promise run one after another. */
function isQueue(walk: Walk, call: Call): boolean {
  if (call.name !== 'then' || !call.object || call.args[0]?.term.kind !== 'closure') return false;
  // What comes from a store is an answer on its way, not a queue.
  const fromStore = [...call.object.sources].some(
    (source) => source.kind === 'read' && source.access.receiver.model !== MEMORY,
  );
  return !fromStore && isSharedPromise(call.object.term) && isLengthened(walk, call);
}

/**
 * The promise of this call, or one made of it, takes the place of the one that it waits for. A promise that stays
 * lets in all who wait for it.
 */
function isLengthened(walk: Walk, { object, instruction }: Call): boolean {
  const writes = object && walk.context.shared.writesOf(object.term);
  if (!writes || writes.length === 0) return true;
  return writes.some((write) => comesFrom(walk, write, instruction));
}

/** How far a promise is followed through variables and calls. */
const MAX_STEPS = 10;

function comesFrom(walk: Walk, temp: Temp, call: CallInstruction, steps = 0): boolean {
  if (temp === call.to) return true;
  const definition = walk.context.definitions.program.definitions[temp];
  if (!definition || steps > MAX_STEPS) return false;
  const inner = (each: Temp): boolean => comesFrom(walk, each, call, steps + 1);
  switch (definition.op) {
    case 'load':
      return definition.variable.writes.some(inner);
    case 'suspend':
      return inner(definition.from);
    case 'branch':
      return definition.arms.some(({ value }) => value !== undefined && inner(value));
    case 'compute':
      return definition.operands.some(inner);
    case 'call': {
      const { callee, arguments: args } = definition;
      if (callee.kind === 'member' && inner(callee.object)) return true;
      return args.some(({ value }) => inner(value)) || isCallOf(walk, definition);
    }
    default:
      return false;
  }
}

/** `this.tail = this.append(task)`, where `append` is the function that waits for the tail. */
function isCallOf(walk: Walk, { callee }: CallInstruction): boolean {
  const { name } = walk.form;
  if (name === undefined) return false;
  if (callee.kind === 'member') return 'name' in callee.property && callee.property.name === name;
  const called =
    callee.kind === 'value' ? walk.context.definitions.program.definitions[callee.value] : undefined;
  return called?.op === 'load' && called.variable.name === name;
}

function isSharedPromise(term: Term): boolean {
  switch (term.kind) {
    case 'variable':
      return term.variable.kind === 'local' && term.variable.writes.length > 1;
    case 'member':
      return term.object.kind === 'this' || isSharedPromise(term.object);
    case 'either':
      return term.options.some(isSharedPromise);
    case 'call':
      return (
        term.callee.kind === 'member' &&
        (term.callee.name === 'get' || (term.callee.name === 'catch' && isSharedPromise(term.callee.object)))
      );
    default:
      return false;
  }
}

/** Helpers that the file does not show, and methods of objects that nothing resolves: their names tell. */
function lockByName(walk: Walk, call: Call): Value | undefined {
  const { name } = call;
  // `const release = await mutex.acquire(); … release()`
  if (walk.state.guards.some((guard) => guard.given !== undefined && isGiven(guard.given, call.callee))) {
    noteLockEvent(walk, call, 'release', call.callee);
    dropGuards(walk, call);
    return undefined;
  }
  if (name === undefined) return undefined;
  const callback = call.args.find((argument) => argument.term.kind === 'closure');
  const owner = call.object ? objectName(call.object.term) : undefined;
  const says =
    walk.context.isLock(call.callee, name) ||
    (owner !== undefined && walk.context.isLock(call.callee, `${owner}.${name}`)) ||
    isLockRunnerName(name) ||
    (owner !== undefined && isLockRunnerName(owner));
  if (callback) {
    return says
      ? runGuarded(walk, call, callback, newGuard(call.instruction, 'lock', 'unknown', keyOf(call)))
      : undefined;
  }
  if (isReleaseName(name) || isReleaseName(objectName(call.callee) ?? '')) {
    noteLockEvent(walk, call, 'release', keyOf(call));
    dropGuards(walk, call);
    return undefined;
  }
  if (isAcquireName(name) || (says && /^(?:acquire|lock|enter|wait)/u.test(name))) {
    const guard = newGuard(call.instruction, 'lock', 'unknown', keyOf(call));
    noteLockEvent(walk, call, 'acquire', keyOf(call));
    walk.state.guards = [...walk.state.guards, guard];
  }
  return undefined;
}

/** `const release = await turns.take(); … release()`: what was waited for, and is let go of by its name, is a lock. */
export function noteKeptRelease(walk: Walk, { variable, from }: StoreInstruction, { term }: Value): void {
  if (!isReleaseName(variable.name) || !isCalled(walk, variable)) return;
  const { definitions } = walk.context.definitions.program;
  const waited = definitions[from];
  const call = waited?.op === 'suspend' ? definitions[waited.from] : undefined;
  if (call?.op !== 'call' || walk.state.guards.some((guard) => guard.call === call)) return;
  walk.state.guards = [...walk.state.guards, { ...newGuard(call, 'lock', 'unknown', term), given: term }];
}

function isCalled(walk: Walk, variable: Variable): boolean {
  const { definitions } = walk.context.definitions.program;
  return walk.form.calls.some(({ callee }) => {
    const called = callee.kind === 'value' ? definitions[callee.value] : undefined;
    return called?.op === 'load' && called.variable === variable;
  });
}

/** What taking a lock gave, or an element of it: `const [, release] = await semaphore.acquire()`. */
function isGiven(given: Term, callee: Term): boolean {
  return (
    callee === given || (callee.kind === 'member' && callee.object === given && /^\d+$/u.test(callee.name))
  );
}

function keyOf(call: Call): Term {
  const [first] = call.args;
  return first && first.term.kind !== 'closure' ? first.term : call.callee;
}

function objectName(term: Term): string | undefined {
  if (term.kind === 'variable') return term.variable.name;
  if (term.kind === 'member') return term.name;
  if (term.kind === 'parameter') return term.form.parameterForms[term.index]?.name;
  if (term.kind === 'import') return term.name;
  if (term.kind === 'call') return objectName(term.callee);
  return undefined;
}

export function newGuard(
  call: CallInstruction,
  kind: Guard['kind'],
  scope: Guard['scope'],
  on: Term,
  madeIn?: FunctionForm,
): Guard {
  return { kind, scope, on, madeIn, call, outcome: { checked: true } };
}

export function runGuarded(
  walk: Walk,
  call: Call,
  callback: Value | undefined,
  guard: Guard,
  args: readonly Value[] = [],
): Value | undefined {
  if (callback?.term.kind !== 'closure') return undefined;
  const result = walk.waits.behindSuspension(call.instruction, () => {
    walk.state.guards = [...walk.state.guards, guard];
    return runCallback(walk, callback, args);
  });
  walk.state.guards = walk.state.guards.filter((held) => held !== guard);
  return result ?? valueOf(call.term);
}

/** A release names what was acquired, by object, key or handle; one that names nothing known lets go of the rest. */
function dropGuards(walk: Walk, call: Call): void {
  const named = new Set<Term>([call.callee, ...call.args.map((argument) => argument.term)]);
  if (call.object) named.add(call.object.term);
  const locks = walk.state.guards.filter((guard) => guard.kind === 'lock');
  const isNamed = (guard: Guard): boolean => {
    if (named.has(guard.on) || madeByGuard(call, guard)) return true;
    return guard.given !== undefined && named.has(guard.given);
  };
  const matching = locks.filter(isNamed);
  const dropped =
    matching.length > 0 ? matching : locks.filter((guard) => guard.given === undefined || locks.length === 1);
  walk.state.guards = walk.state.guards.filter((guard) => !dropped.includes(guard));
}

/** `const lock = await mutex.acquire(); … lock.release()`: the released object is what the acquire gave. */
function madeByGuard(call: Call, guard: Guard): boolean {
  const target = call.object?.term ?? call.callee;
  return target.kind === 'call' && target.callee.kind === 'member' && target.callee.object === guard.on;
}
