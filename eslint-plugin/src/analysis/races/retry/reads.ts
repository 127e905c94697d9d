/** Reads of something shared that no `await` shows: over when they return, or answered by a callback. */
import { isReadName } from '../../../stores/conditional-writes.js';
import type { CallInstruction, FunctionForm } from '../../lower/program.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { chainOf } from '../../resources/code/shapes.js';

/** `statement.get(id)`, `lmdb.getEntry(key)`: a database in this process, or a store that the file is known to use. */
export function readsAtOnce(call: CallInstruction, index: ProgramIndex): boolean {
  if (call.callee.kind !== 'member' || call.construct) return false;
  const name = index.calledName(call) ?? '';
  if (!isReadName(name) && name !== 'all') return false;
  if (chainOf(call, index).some((each) => index.calledName(each) === 'prepare')) return true;
  return index.receivers.recognise(index.termOf(call.callee.object))?.evidence === 'resolved';
}

/** `cache.gets(key, (err, data) => …)`, `storage.get(key, (items) => …)` */
export function givesByCallback(name: string, form: FunctionForm, position: number): boolean {
  if (!isReadName(name) && !/^(?:all|gets|each)$/u.test(name)) return false;
  if (/^find/u.test(name) && form.parameters.length === 1) return false;
  return isNodeStyle(form) ? position > 0 : position === 0;
}

/** A callback that is told an error first. */
export function isNodeStyle(form: FunctionForm): boolean {
  const first = form.parameterForms[0]?.name ?? '';
  return form.parameters.length > 1 || /^_?(?:e|er|err|error|ex|failure)$/iu.test(first);
}
