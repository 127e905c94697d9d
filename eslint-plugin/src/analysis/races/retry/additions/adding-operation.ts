/** A call that adds something each time it runs, and the id that makes a second time harmless. */
import { OPERATION_ID } from '../../../../stores/unkeyed-operations.js';
import type { CallInstruction, FunctionForm, Temp } from '../../../lower/program.js';
import type { RepeatedEffect, SourceRange } from '../../../race.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import type { Signals } from '../machine.js';
import type { Entry } from '../../../resources/code/shapes.js';

export interface AddingOperation {
  readonly call: CallInstruction;
  readonly place: SourceRange;
  readonly effect: RepeatedEffect;
  /** Values that tell the operation from another one; none where it has no id at all. */
  readonly ids: readonly Temp[];
  readonly signals: Signals;
  /** `shown`: its contents are there to see; `hidden`: an id may be among what is not written out. */
  readonly contents: 'shown' | 'hidden';
  /** The request that a function of the file sends for this call. */
  readonly runs?: { readonly form: FunctionForm; readonly call: CallInstruction };
}


export const THROWS: Signals = { throws: true, result: false };
export const EITHER: Signals = { throws: true, result: true };

export type Recogniser = (call: CallInstruction, index: ProgramIndex) => AddingOperation | undefined;

export function operationIds(entries: readonly Entry[]): Temp[] {
  return entries.filter(({ name }) => OPERATION_ID.test(name)).map(({ value }) => value);
}

/** An id that is passed as an argument by itself, known by its name. */
export function idsIn(call: CallInstruction, index: ProgramIndex): Temp[] {
  return call.arguments.flatMap(({ value }) => {
    const name = index.nameOf(value);
    return name !== undefined && OPERATION_ID.test(name) ? [value] : [];
  });
}

