/** Calls that wait for nothing but time, and calls that cannot fail: by the names under which they are known everywhere. */
import type { CallInstruction, Program } from '../../lower/program.js';
import { calledName as nameOfCall } from '../../resources/code/names.js';

const PAUSE = /^(?:wait|waitFor|waitMs|setTimeout|Promise)$|sleep|delay|pause/iu;
const HARMLESS =
  /^(?:resolve|random|now|min|max|pow|floor|round|ceil|debug|info|warn|log|trace|error|Number|String|Boolean|Date|randomUUID|uuid|nanoid)$/u;

export function isPause(call: CallInstruction, program: Program): boolean {
  const name = calledName(call, program);
  return name !== undefined && PAUSE.test(name);
}

export function isHarmless(call: CallInstruction, program: Program): boolean {
  return isPause(call, program) || HARMLESS.test(calledName(call, program) ?? '');
}

/** The name by which a function or method is called. */
export function calledName(call: CallInstruction, program: Program): string | undefined {
  return nameOfCall(program, call);
}
