/** What calls do to locks of libraries, and to locks that only their names tell. */
import type { CallInstruction, FunctionForm } from '../lower/program.js';
import type { StoreModel } from '../../stores/model.js';
import type { Term } from '../resources/terms.js';
import type { Call } from './calls.js';
import type { Value } from './value.js';
import type { Walk } from './walk.js';

/** One call that takes a lock or lets go of one, as the flow meets it. */
export interface LockEvent {
  readonly action: 'acquire' | 'release';
  readonly call: CallInstruction;
  /** The function whose text holds the call. */
  readonly form: FunctionForm;
  /** The method or function, as written. */
  readonly method: string;
  /** The library whose lock it is; undefined where only names say so. */
  readonly model: StoreModel | undefined;
  /** All that tells the lock: the object, the key, what taking it gave. */
  readonly terms: ReadonlySet<Term>;
  /** Source-like name of what is locked. */
  readonly on: Term;
  readonly args: readonly Value[];
}

export function noteLockEvent(
  walk: Walk,
  call: Call,
  action: LockEvent['action'],
  on: Term,
  model?: StoreModel,
): void {
  const terms = new Set([call.term, call.callee, ...call.args.flatMap(termsOf)]);
  if (call.object) terms.add(call.object.term);
  // `lock.release()` where `lock` is what the acquire gave.
  if (action === 'acquire') terms.delete(call.callee);
  walk.locks.push({
    action,
    call: call.instruction,
    form: walk.form,
    method: call.name ?? '',
    model,
    terms,
    on,
    args: call.args,
  });
}

/** A key, or the elements of a list of keys. */
function termsOf({ term, parts }: Value): Term[] {
  if (term.kind === 'closure') return [];
  return parts?.has('0') ? [...parts.values()].map((part) => part.term) : [term];
}
