/** The locks that a file takes: by a conditional write to a store, by a library, or by calls that are named so. */
import { familyOf } from '../../../stores/model.js';
import type { LockEvent } from '../../flow/lock-events.js';
import type { FlowAccess } from '../../flow/value.js';
import type { CallInstruction, FunctionForm, Instruction, Temp } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import type { AdvisoryCall } from './advisory.js';
import { outcomeOf } from './outcome.js';
import type { Paths } from '../../resources/code/paths.js';

/** A lock taken by a call of a function, and let go of in the same function or not. */
export interface LockUse {
  readonly form: FunctionForm;
  /** The call in this function that takes it. */
  readonly acquire: CallInstruction;
  /** The conditional write that takes it, here or in a helper. */
  readonly attempt: FlowAccess | undefined;
  /** The library's call, or one that its name tells. */
  readonly event: LockEvent | undefined;
  /** The query that takes it, where a database session holds it. */
  readonly advisory?: AdvisoryCall;
  /** What is locked: its key, or the object that is the lock. */
  readonly on: Term;
  readonly releases: readonly Release[];
  /** The values that tell what the attempt came to. */
  readonly outcome: ReadonlySet<Temp>;
}

export interface Release {
  /** In the function that takes it, a call or what holds the call. */
  readonly site: Instruction;
  /** A call of the same function, or of one nested in it. */
  readonly call: CallInstruction;
  readonly access: FlowAccess | undefined;
}

/** Every use once, store attempts before what is only named so. */
export function collectUses(summaries: readonly Summary[], places: Paths): readonly LockUse[] {
  const uses = new Map<CallInstruction, LockUse>();
  for (const collect of [storeUses, eventUses]) {
    for (const summary of summaries) {
      for (const use of collect(summary, places)) {
        const known = uses.get(use.acquire);
        const seen = new Set<CallInstruction>();
        const releases = use.releases.filter(({ call }) => !seen.has(call) && seen.add(call));
        if (!known || (known.releases.length === 0 && releases.length > 0))
          uses.set(use.acquire, { ...use, releases });
      }
    }
  }
  return [...uses.values()];
}

/** `SET key token NX` and its kin, on the client itself; a file that only one can make. */
export function isAttempt(access: FlowAccess): boolean {
  if (access.condition !== 'absent' || access.field !== undefined || access.instruction.op !== 'call')
    return false;
  if (isFile(access)) return /^(?:writeFile|open|mkdir|symlink|link)(?:Sync)?$/u.test(access.method);
  // What a batch only queues tells nothing, unless the batch itself is what compares.
  const isSent = access.receiver.role !== 'batch' || access.receiver.model.expectsAbsent !== undefined;
  return isSent && access.expiry !== undefined && isShared(access);
}

/** A delete of a key, or a script that is given it. */
export function isRemoval(access: FlowAccess): boolean {
  const { operation, method } = access;
  if (isFile(access)) return operation === 'delete';
  if (!isShared(access)) return false;
  return operation === 'delete'
    ? /^(?:del|unlink|delete|remove|purge)$/iu.test(method)
    : /^(?:eval|evalsha|fcall|getdel)$/iu.test(method);
}

export function isFile({ receiver }: FlowAccess): boolean {
  return familyOf(receiver.model) === 'files';
}

function isShared({ receiver }: FlowAccess): boolean {
  return receiver.model.scope === 'distributed';
}

function* storeUses(summary: Summary, places: Paths): Generator<LockUse> {
  const attempts = summary.accesses.filter(isAttempt);
  if (attempts.length === 0) return;
  const removals = summary.accesses.filter(isRemoval);
  for (const attempt of attempts) {
    const found = callOf(attempt, summary, places);
    if (!found) continue;
    const { form, call } = found;
    const outcome = outcomeOf([call.to, ...errorsOf(form, call, places)], places.instructionsOf(form));
    const own = removals.filter((removal) => isSameLock(attempt, removal));
    // A helper that lets go of what it takes leaves nothing to its caller.
    if (attempt.via && own.some((removal) => removal.via?.application === attempt.via?.application)) continue;
    const releases = own.flatMap((removal) => {
      const site = callOf(removal, summary, places);
      return site ? releaseOf(form, site.form, site.call, removal, places) : [];
    });
    const named = summary.locks
      .filter((event) => event.action === 'release' && isNamedBy(event, attempt, outcome))
      .flatMap((event) => releaseOf(form, event.form, event.call, undefined, places));
    yield {
      form,
      acquire: call,
      attempt,
      event: undefined,
      on: attempt.key,
      releases: [...releases, ...named],
      outcome,
    };
  }
}

function* eventUses(summary: Summary, places: Paths): Generator<LockUse> {
  for (const event of summary.locks) {
    if (event.action !== 'acquire') continue;
    const { form, call } = event;
    const outcome = outcomeOf([call.to], places.instructionsOf(form));
    // `etcd.lock(name).ttl(30)` only makes the lock that is then taken.
    if (!event.model && summary.locks.some((other) => isTakenFrom(other, outcome))) continue;
    const releases = summary.locks
      .filter((other) => other.action === 'release' && (shares(event, other) || isHandle(other, outcome)))
      .flatMap((other) => releaseOf(form, other.form, other.call, undefined, places));
    const handed = places
      .instructionsOf(form)
      .flatMap((each) =>
        event.model && each.op === 'call' && each.callee.kind === 'value' && outcome.has(each.callee.value)
          ? [{ site: each, call: each, access: undefined }]
          : [],
      );
    yield {
      form,
      acquire: call,
      attempt: undefined,
      event,
      on: event.on,
      // `const [, release] = await slots.acquire(); … release()`
      releases: [...releases, ...handed],
      outcome,
    };
  }
}

/** What the handlers around a call catch: it tells, too, that somebody else was there. */
function errorsOf(form: FunctionForm, call: CallInstruction, places: Paths): Temp[] {
  return (places.pathOf(form, call) ?? []).flatMap((step) =>
    step.part === 'body' ? (step.in.handler ?? []).flatMap((each) => (isCaught(each) ? [each.to] : [])) : [],
  );
}

function isCaught(instruction: Instruction): instruction is Extract<Instruction, { op: 'compute' }> {
  return instruction.op === 'compute' && instruction.operator === 'caught';
}

function releaseOf(
  outer: FunctionForm,
  form: FunctionForm,
  call: CallInstruction,
  access: FlowAccess | undefined,
  places: Paths,
): Release[] {
  const site = places.siteIn(outer, form, call);
  return site ? [{ site, call, access }] : [];
}

/** The call in the walked function, or in one nested in it, that makes an access or leads to it. */
function callOf(
  access: FlowAccess,
  summary: Summary,
  places: Paths,
): { readonly form: FunctionForm; readonly call: CallInstruction } | undefined {
  const call = access.via?.call ?? access.instruction;
  if (call.op !== 'call') return undefined;
  const form = access.via ? formHolding(summary.form, call, places) : access.form;
  return form && { form, call };
}

function formHolding(form: FunctionForm, call: CallInstruction, places: Paths): FunctionForm | undefined {
  if (places.pathOf(form, call)) return form;
  for (const nested of form.nested) {
    const found = formHolding(nested, call, places);
    if (found) return found;
  }
  return undefined;
}

export function isSameLock(attempt: FlowAccess, removal: FlowAccess): boolean {
  return attempt.key === removal.key && attempt.receiver.model === removal.receiver.model;
}

/** `unlock(key)`, `release(token)` after an attempt by hand. */
function isNamedBy(event: LockEvent, attempt: FlowAccess, outcome: ReadonlySet<Temp>): boolean {
  if (event.terms.has(attempt.key) || isHandle(event, outcome)) return true;
  const token = attempt.written?.term;
  return token !== undefined && token.kind !== 'constant' && event.terms.has(token);
}

function isHandle({ call }: LockEvent, outcome: ReadonlySet<Temp>): boolean {
  const { callee } = call;
  const on = callee.kind === 'value' ? callee.value : callee.kind === 'member' ? callee.object : undefined;
  return (on !== undefined && outcome.has(on)) || call.arguments.some(({ value }) => outcome.has(value));
}

function isTakenFrom({ action, call }: LockEvent, outcome: ReadonlySet<Temp>): boolean {
  return action === 'acquire' && call.callee.kind === 'member' && outcome.has(call.callee.object);
}

/** True where two calls speak of the same lock: one object, one key, one handle. Numbers and flags tell nothing. */
function shares(acquire: LockEvent, release: LockEvent): boolean {
  return [...acquire.terms].some(
    (term) => (term.kind !== 'constant' || typeof term.value === 'string') && release.terms.has(term),
  );
}
