/** How stores keep others out: by transactions, by watching, by conditions, by locks that are keys. */
import { familyOf, type StoreModel } from '../../stores/model.js';
import { isLockPath } from '../resources/lock-paths.js';
import { scopeOf, type Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { runCallback } from './callbacks.js';
import type { Call } from './calls.js';
import type { Guard } from './guards.js';
import { newGuard, runGuarded } from './lock-calls.js';
import { valueOf, type FlowAccess, type Value } from './value.js';
import type { Walk } from './walk.js';

/** A method that runs its callback with everybody else kept out. */
export function runAlone(walk: Walk, call: Call, receiver: Receiver, position: number): Value {
  const callback = call.args[position];
  const guard = newGuard(call.instruction, 'lock', scopeOf(receiver), receiver.root);
  const term = walk.terms.made(call.instruction.to);
  const lent = walk.context.receivers.deriveForCallback(receiver, call.name ?? '', position, term);
  if (lent) walk.context.receivers.assume(term, { ...lent, connection: term });
  const waited = walk.foreignWaits;
  const result = runGuarded(walk, call, callback, guard, lent ? [valueOf(term)] : []);
  walk.foreignWaits = waited;
  if (receiver.model.gated) walk.gated.add(call.instruction.to);
  return result ?? valueOf(call.term);
}

/** A method whose callback's writes are kept only where nothing has changed. */
export function runCompared(walk: Walk, call: Call, position: number): Value {
  const callback = call.args[position];
  const before = walk.accesses.length;
  const result =
    callback && walk.waits.behindSuspension(call.instruction, () => runCallback(walk, callback, []));
  for (let index = before; index < walk.accesses.length; index++) {
    const access = walk.accesses[index];
    if (access) walk.accesses[index] = compared(access);
  }
  return result ?? valueOf(call.term);
}

/** The batch fails where what was read has changed: what it writes is a compare-and-set, and so is what it was given. */
export function validate(walk: Walk, call: Call, { model }: Receiver): Value {
  const origin = call.object && batchOrigin(call.object.term);
  if (origin) walk.validated.add(origin);
  if (origin && model.expectsAbsent && expectsAbsent(model.expectsAbsent, call, origin))
    walk.absent.add(origin);
  const given = new Set(call.args.map((argument) => argument.term));
  for (const [index, access] of walk.accesses.entries()) {
    // It is made by what sends it, and stands there.
    if (given.has(access.result))
      walk.accesses[index] = {
        ...compared(access, origin && walk.absent.has(origin)),
        instruction: call.instruction,
      };
  }
  return valueOf(call.term, call.object?.sources);
}

export function validated(walk: Walk, call: Call, access: FlowAccess): FlowAccess {
  const origin = call.object && batchOrigin(call.object.term);
  return origin && walk.validated.has(origin) ? compared(access, walk.absent.has(origin)) : access;
}

/** A write that fails where somebody else has written, or where anybody has; a delete that does. */
function compared(access: FlowAccess, absent = false): FlowAccess {
  if (access.operation === 'delete') return { ...access, condition: 'matches' };
  if (access.operation !== 'write') return access;
  const condition = absent ? 'absent' : 'matches';
  return { ...access, operation: 'conditional', condition, outcome: { checked: true } };
}

/** `if(key, 'Create', '==', 0)`, `check({ key, versionstamp: null })`. */
function expectsAbsent(
  { method, last, property }: NonNullable<StoreModel['expectsAbsent']>,
  call: Call,
  origin: Term,
): boolean {
  const isNothing = (term: Term | undefined): boolean => term?.kind === 'constant' && term.value === last;
  if (property !== undefined)
    return call.name === method && isNothing(call.args[0]?.parts?.get(property)?.term);
  const isCalled = origin.kind === 'call' && origin.callee.kind === 'member' && origin.callee.name === method;
  return isCalled && isNothing(origin.arguments.at(-1));
}

/** The call that began a chain: `kv.atomic()` of `kv.atomic().check(entry)`. */
function batchOrigin(term: Term): Term {
  let origin = term;
  while (origin.kind === 'call' && origin.callee.kind === 'member' && origin.callee.object.kind === 'call')
    origin = origin.callee.object;
  return origin;
}

/** A lock made by hand: `SET key token NX`. It is held until the key is deleted, by a script too. */
export function hold(walk: Walk, call: Call, access: FlowAccess): void {
  if (familyOf(access.receiver.model) === 'files' && !isLockPath(access.key)) return;
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

export function release(walk: Walk, key: Term): void {
  if (walk.state.guards.length > 0) walk.state.guards = walk.state.guards.filter((guard) => guard.on !== key);
}

/** WATCH is kept by the connection: on a shared one it watches for everybody and guards nothing. */
export function watch(walk: Walk, call: Call, receiver: Receiver): Value {
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

export function dropWatch(walk: Walk, call: Call): Value {
  walk.state.guards = walk.state.guards.filter((guard) => guard.kind !== 'watch');
  return valueOf(call.term);
}
