/** An operation that adds something each time is retried when its answer is lost, with no id of its own. */
import type { BranchInstruction, CallInstruction } from '../../lower/program.js';
import type { Certainty, SourceRange, UnkeyedRetryRace, Witness } from '../../race.js';
import type { RaceContext } from '../context.js';
import type { AddingOperation } from './additions/adding-operation.js';
import { addingOperationOf } from './additions/find-addition.js';
import { idPlaceOf } from './additions/messages.js';
import { retryingClient } from './clients.js';
import { isWithin, type ProgramIndex } from '../../resources/code/program-index.js';
import { originsOf } from './origins.js';
import { retriedParts, type Outcome, type Retried } from './retried.js';
import { ranBy, receiverPath } from '../../resources/code/shapes.js';

export function findUnkeyedRetries(index: ProgramIndex, context: RaceContext): UnkeyedRetryRace[] {
  return index.sites.flatMap(({ call, form }) => {
    if (context.program.isLinked(call.at)) return [];
    const operation = addingOperationOf(call, index);
    if (operation) context.flow.checkCancelled();
    if (!operation || context.concurrencyOf(form, 'stores') === 'once') return [];
    const race = judge(operation, index);
    return race ? [race] : [];
  });
}

function judge(operation: AddingOperation, index: ProgramIndex): UnkeyedRetryRace | undefined {
  const { call } = operation;
  for (const retried of partsOf(operation, index)) {
    const id = idIn(operation, retried, index);
    if (id === 'kept') continue;
    if (retried.loop && index.dependsOnElement([call.to], retried.loop)) continue;
    if (isAskedFirst(operation.runs?.call ?? call, retried, index)) continue;
    const outcome = retried.run('lost', operation.signals);
    if (outcome.again === 'no' || outcome.expectsDuplicate) continue;
    const success = retried.run('success', { throws: false, result: true });
    if (success.again === 'yes') continue;
    const idPlace = idPlaceOf(call, index);
    return {
      kind: 'unkeyed-retry',
      certainty: certaintyOf(operation, retried, outcome, success, index),
      place: operation.place,
      method: index.calledName(ranBy(call, index) ?? call) ?? 'it',
      effect: operation.effect,
      ...(id ? { renewed: id } : idPlace && { idPlace }),
      retried: retried.at,
      again: retried.kind === 'loop' ? 'loop' : retried.kind === 'recursion' ? 'recursion' : 'callback',
      witness: witnessOf(operation.place),
    };
  }
  return undefined;
}

/** The retries around the call, and those of the function that sends what the call asks for. */
function partsOf({ call, runs }: AddingOperation, index: ProgramIndex): readonly Retried[] {
  const around = retriedParts(call, index);
  if (!runs) {
    const client = retryingClient(call, index);
    return client ? [client, ...around] : around;
  }
  const within = retriedParts(runs.call, index, { form: runs.form, call });
  return [...within.filter(({ at }) => isWithin(at, runs.form.at)), ...around];
}

/** `kept` where all rounds have one id; where each makes another, the place of it. */
function idIn(
  { ids }: AddingOperation,
  { ranges }: Retried,
  index: ProgramIndex,
): 'kept' | SourceRange | undefined {
  let renewed: SourceRange | undefined;
  for (const id of ids) {
    if (!originsOf([id], ranges, index).renewed) return 'kept';
    renewed = index.program.definitions[id]?.at;
  }
  return renewed;
}

/** Each round asks whether the operation has taken effect already. */
function isAskedFirst(call: CallInstruction, { ranges }: Retried, index: ProgramIndex): boolean {
  return index.branches.some(({ instruction: branch }) => {
    const isInside = ranges.some((range) => isWithin(branch.at, range));
    if (!isInside || branch.at.start > call.at.start) return false;
    return (
      (isWithin(call.at, branch.at) || leaves(branch)) &&
      originsOf([branch.test], ranges, index).fresh.length > 0
    );
  });
}

function leaves(branch: BranchInstruction): boolean {
  return branch.arms.some((arm) => arm.body.some((each) => each.op === 'exit' && each.how !== 'throw'));
}

/** What a transaction did is undone when it fails, but for the commit itself. */
const TRANSACTION =
  /^(?:\$?transaction|withTransaction|runTransaction|transactional|inTransaction|begin|tx)$/u;

function certaintyOf(
  operation: AddingOperation,
  retried: Retried,
  outcome: Outcome,
  success: Outcome,
  index: ProgramIndex,
): Certainty {
  if (outcome.again === 'doubtful' || success.again === 'doubtful' || operation.contents === 'hidden')
    return 'possible';
  if (isInTransaction(operation.call, index)) return 'possible';
  return retried.kind === 'named' ? 'likely' : outcome.told ? 'certain' : 'likely';
}

function isInTransaction(call: CallInstruction, index: ProgramIndex): boolean {
  return (
    isOfHandle(call, index) ||
    index.sites.some(
      (site) =>
        TRANSACTION.test(index.calledName(site.call) ?? '') &&
        site.call.arguments.some(({ value }) => {
          const form = index.functionOf(value);
          return form !== undefined && isWithin(call.at, form.at);
        }),
    ) ||
    isBetweenStatements(call, index)
  );
}

/** `(tx) => tx.insert(…)`: a handle that the function was given. */
function isOfHandle(call: CallInstruction, index: ProgramIndex): boolean {
  if (call.callee.kind !== 'member') return false;
  const [head] = receiverPath(call, index);
  return head !== undefined && /^(?:tx|trx|txn|transaction|t|session)$/u.test(head);
}

/** `await client.query('BEGIN')` … `COMMIT`, in one function. */
function isBetweenStatements(call: CallInstruction, index: ProgramIndex): boolean {
  const form = index.siteOf(call)?.form;
  return index.sites.some(
    (site) =>
      site.form === form &&
      site.call.at.start < call.at.start &&
      site.call.arguments.some(({ value }) =>
        index.textsOf(value).some((text) => /^\s*(?:begin|start transaction)\b/iu.test(text)),
      ),
  );
}

function witnessOf(place: SourceRange): Witness {
  const step = { range: place, action: 'write' } as const;
  return [
    { execution: 'A', ...step, text: 'runs, and takes effect', value: '1' },
    { execution: 'A', action: 'suspend', range: place, text: 'waits for an answer, which is lost' },
    { execution: 'A', ...step, text: 'runs again, and takes effect again', value: '2', loses: true },
  ];
}
