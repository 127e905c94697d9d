/** Functions handed to other functions: they are walked where they run. */
import { join } from './state.js';
import { NO_SOURCES, valueOf, type Sources, type Value } from './value.js';
import type { Walk } from './walk.js';

export interface CallbackRun {
  /** What parameters without a known value come from. */
  readonly sources?: Sources;
  /** True where the callback may not run at all, or runs several times. */
  readonly optional?: boolean;
  /** True where it runs later, when the guards of now are gone. */
  readonly deferred?: boolean;
  /** True where several runs of it overlap. */
  readonly concurrent?: boolean;
}

/**
 * Walks a callback with these arguments and gives what it returns. A callback that captures nothing of the
 * functions around it, and is given nothing, is left to be walked by itself.
 */
export function runCallback(
  walk: Walk,
  callback: Value,
  args: readonly Value[],
  run: CallbackRun = {},
): Value | undefined {
  if (callback.term.kind !== 'closure') return undefined;
  const { form } = callback.term;
  if (!walk.canInline(form)) return undefined;
  const sources = run.sources ?? NO_SOURCES;
  if (!form.capturesLocals && args.length === 0 && sources.size === 0 && run.optional) return undefined;
  const before = run.optional ? walk.state.clone() : undefined;
  const { guards } = walk.state;
  const { control, decisions, waited } = walk.state;
  if (run.deferred) {
    walk.state.guards = [];
    walk.state.control = NO_SOURCES;
    walk.state.decisions = [];
  }
  const values = form.parameters.map((temp, index) => args[index] ?? valueOf(walk.terms.made(temp), sources));
  walk.context.summaries.noteCaller(form, walk.state.guards);
  const { suspensions } = walk.state;
  const accessesBefore = walk.accesses.length;
  const result = walk.enter(form, values, run.concurrent ?? run.deferred);
  if (run.deferred) for (const access of walk.accesses.slice(accessesBefore)) walk.context.later.add(access);
  // Whoever calls goes on; only an await of its own lets others in.
  walk.waits.goOnFrom(suspensions);
  if (run.deferred) {
    walk.state.guards = guards;
    walk.state.waited = waited;
  }
  walk.state.control = control;
  walk.state.decisions = decisions;
  if (before) walk.state = join(walk.terms, form.at.start, before, walk.state) ?? walk.state;
  return result;
}
