/** A write that is meant for one version only, or that may fail because somebody else has written. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import type { SourceRange } from '../../../race.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import type { Signals } from '../machine.js';

export interface ConditionalWrite {
  readonly call: CallInstruction;
  /** Where it is reported. */
  readonly place: SourceRange;
  /** What the condition compares with; none where the library or the server keeps the version. */
  readonly versions: readonly Temp[];
  /** What is written. */
  readonly values: readonly Temp[];
  readonly signals: Signals;
  /**
   * `version`: the call names a version; `watch`: a key is watched; `saving`: only its name says that it writes,
   * so that something else has to say that it can conflict.
   */
  readonly evidence: 'version' | 'watch' | 'saving';
  /** What is written is the object itself, as it was read. */
  readonly whole: boolean;
  /** The queries of a list that is handed over at once. */
  readonly queries?: readonly CallInstruction[];
}


export const THROWS: Signals = { throws: true, result: false };
export const RESULT: Signals = { throws: false, result: true };
export const EITHER: Signals = { throws: true, result: true };

/** Tells a write by one shape of calls; the last of a chain is what the program waits for. */
export type Recogniser = (call: CallInstruction, index: ProgramIndex) => ConditionalWrite | undefined;
