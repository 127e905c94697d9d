/** Which calls add something each time they run, by their shape. */
import type { CallInstruction } from '../../../lower/program.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { ranBy } from '../../../resources/code/shapes.js';
import type { AddingOperation, Recogniser } from './adding-operation.js';
import { redisCommand } from './counters.js';
import { publish } from './messages.js';
import { payment, post, sent } from './payments.js';
import { insert, sqlStatement } from './records.js';
import { countInPlace } from './updates.js';

const RECOGNISERS: readonly Recogniser[] = [
  payment,
  post,
  redisCommand,
  sqlStatement,
  countInPlace,
  publish,
  insert,
];

export function addingOperationOf(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  if (call.construct || index.isInner(call)) return undefined;
  if (/^(?:then|catch|finally)$/u.test(index.calledName(call) ?? '')) return undefined;
  // What a function of this file does is looked at there, but for one that sends what it is given.
  if (index.calleeForm(call)) return sent(call, index);
  const step = ranBy(call, index) ?? call;
  for (const recognise of RECOGNISERS) {
    const found = recognise(step, index);
    if (found) return { ...found, call, place: call.at };
  }
  return undefined;
}
