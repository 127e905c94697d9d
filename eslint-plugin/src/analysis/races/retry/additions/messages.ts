/** Messages that are handed on. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import {
  ID_OPTIONS,
  OPERATION_ID,
  PUBLISHING_BY_RECEIVER,
  PUBLISHING_COMMANDS,
  PUBLISHING_METHODS,
} from '../../../../stores/unkeyed-operations.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import {
  deepEntries,
  entriesOf,
  entryOf,
  isWrittenOut,
  receiverPath,
  type Entry,
} from '../../../resources/code/shapes.js';
import { idsIn, THROWS, type AddingOperation } from './adding-operation.js';
/** A message that is handed on: to a queue, a topic, a mailbox. */
export function publish(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const name = index.calledName(call) ?? '';
  const path = receiverPath(call, index);
  const last = path.at(-1) ?? '';
  const command = index.program.definitions[call.arguments[0]?.value ?? -1];
  const isCommand =
    name === 'send' &&
    command?.op === 'call' &&
    command.construct &&
    PUBLISHING_COMMANDS.test(index.calledName(command) ?? '');
  const byReceiver = PUBLISHING_BY_RECEIVER.get(name);
  const isOther =
    command?.op === 'call' && command.construct && /Command$/u.test(index.calledName(command) ?? '');
  const isSent =
    isCommand ||
    (!isOther &&
      call.callee.kind === 'member' &&
      (PUBLISHING_METHODS.test(name) || byReceiver?.test(last) === true || isQueue(call, name, index)));
  if (!isSent || call.arguments.length === 0) return undefined;
  if (name === 'create' && !deepEntries(call.arguments[0]?.value, index).some((entry) => entry.name === 'to'))
    return undefined;
  // Between windows and workers there is no answer to lose.
  if (
    name === 'postMessage' &&
    entriesOf(call.arguments[0]?.value, index).every((entry) => entry.name !== 'channel')
  )
    return undefined;
  if (isIdempotentProducer(call, index)) return undefined;
  const isPayload = (entry: Entry): boolean => OPERATION_ID.test(entry.name) || entry.name === 'id';
  const messages = call.arguments.flatMap(({ value }) => passedFor(value, index));
  const entries = messages.flatMap((value) => deepEntries(value, index)).filter(isPayload);
  return {
    call,
    place: call.at,
    effect: 'publish',
    ids: [...entries.map(({ value }) => value), ...idsIn(call, index)],
    signals: THROWS,
    // A message that comes from elsewhere may carry an id.
    contents:
      call.arguments.length > 1 || messages.every((value) => isWrittenOut(value, index)) ? 'shown' : 'hidden',
  };
}

/** Of a parameter, what the file's own calls pass, where nobody else can call the function. */
function passedFor(value: Temp, index: ProgramIndex): readonly Temp[] {
  const place = index.parameterOf(value);
  if (!place || place.form.exported || place.form.member) return [value];
  const passed = index.callersOf(place.form).flatMap(({ call }) => {
    const given = call.arguments[place.index];
    // `deliver(mail, left - 1)`: the next round has the same.
    return given && index.parameterOf(given.value)?.form !== place.form ? [given.value] : [];
  });
  return passed.length > 0 && index.usesOf(place.form).length === 0 ? passed : [value];
}

/** Where the operation would take an id, which it is not given. */
export function idPlaceOf(
  call: CallInstruction,
  index: ProgramIndex,
): { at: number; property: string } | undefined {
  if (call.callee.kind !== 'member' || call.arguments.some(({ spread }) => spread)) return undefined;
  const name = index.calledName(call) ?? '';
  const path = receiverPath(call, index);
  for (const { method, receiver, packages, at, property } of ID_OPTIONS) {
    if (!method.test(name) || !path.some((each) => receiver.test(each)) || call.arguments.length !== at)
      continue;
    if (!packages || isMadeBy(call, packages, index)) return { at, property };
  }
  return undefined;
}

/** `add` on what a queue library made. */
function isQueue(call: CallInstruction, name: string, index: ProgramIndex): boolean {
  return (name === 'add' || name === 'addBulk') && isMadeBy(call, ['bull', 'bullmq'], index);
}

function isMadeBy(call: CallInstruction, packages: readonly string[], index: ProgramIndex): boolean {
  if (call.callee.kind !== 'member') return false;
  const made = index.receivers.madeBy(index.termOf(call.callee.object));
  return made?.kind === 'call' && made.callee.kind === 'import' && packages.includes(made.callee.source);
}

function isIdempotentProducer(call: CallInstruction, index: ProgramIndex): boolean {
  if (call.callee.kind !== 'member') return false;
  const made = index.variableOf(call.callee.object)?.writes.map((write) => index.program.definitions[write]);
  return (made ?? []).some(
    (each) =>
      each?.op === 'call' &&
      each.arguments.some(({ value }) => {
        const idempotent = entryOf(value, 'idempotent', index);
        const told = idempotent === undefined ? undefined : index.termOf(idempotent);
        return told !== undefined && !(told.kind === 'constant' && told.value === false);
      }),
  );
}
