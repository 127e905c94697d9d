/** Which calls write for one version only, or may fail because somebody else has written; by their shape. */
import type { CallInstruction } from '../../../lower/program.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { requestIn } from '../requests.js';
import { ranBy, receiverChainOf } from '../../../resources/code/shapes.js';
import type { ConditionalWrite, Recogniser } from './conditional-write.js';
import { checkedCommit, versionArgument, watched } from './keyed.js';
import { conditionOption } from './options.js';
import { builtQuery, transactionList, updateByObject } from './rows.js';
import { saving } from './saving.js';
import { sqlUpdate } from './sql.js';

/** Shapes that show what the write is meant for. */
const SHOWN: readonly Recogniser[] = [
  watched,
  checkedCommit,
  builtQuery,
  updateByObject,
  transactionList,
  sqlUpdate,
  conditionOption,
  versionArgument,
];

const NOT_A_WRITE = /^(?:then|catch|finally|setTimeout|setInterval|setImmediate|all|allSettled|race)$/u;

export function conditionalWriteOf(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  if (index.isInner(call) || call.construct || NOT_A_WRITE.test(index.calledName(call) ?? '')) return undefined;
  const form = index.calleeForm(call);
  // What a function of this file does is looked at there, but for one that sends what it is given.
  if (form)
    return requestIn(form, index) ? (conditionOption(call, index) ?? saving(call, index)) : undefined;
  for (const step of receiverChainOf(call, index)) {
    for (const recognise of SHOWN) {
      const found = recognise(step, index);
      if (found) return { ...found, call, place: found.place === step.at ? call.at : found.place };
    }
  }
  const found = saving(ranBy(call, index) ?? call, index);
  return found && { ...found, call, place: call.at };
}
