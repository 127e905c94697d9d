/** What a process does once, when it starts: two of them at once are rare. */
import type { FunctionForm } from '../../lower/program.js';
import type { RaceContext } from '../context.js';

/** Callers of callers are asked so far. */
const MAX_DEPTH = 4;

/**
 * True for what runs once for a process: the module's own statements, what only they call, and what only sets up such an
 * object. A function that is exported, too, counts where this file calls it, and only so: others may, but it is made for that.
 */
export function runsAtStart(form: FunctionForm, context: RaceContext, depth = 0): boolean {
  if (form.kind === 'module') return true;
  const callers = context.index.callersOf(form);
  // A loop goes on long after the start.
  if (callers.some((caller) => caller.loops.length > 0)) return false;
  if (context.concurrencyOf(form) === 'once') return true;
  if (depth > MAX_DEPTH || callers.length === 0 || context.index.usesOf(form).length > 0) return false;
  return callers.every((caller) => runsAtStart(caller.form, context, depth + 1));
}
