/** Work that is begun for each element of a list, whoever begins it. */
import type { FunctionForm } from '../../lower/program.js';
import type { ArgumentUse } from '../../resources/code/call-graph.js';
import type { RaceContext } from '../context.js';

/** Callers of callers are asked so far. */
const MAX_DEPTH = 4;

/**
 * `await Promise.all(files.map(async (file) => …))`: the tasks of one call meet, though the call is the only one.
 * @param home The function each call of which has a resource of its own.
 */
export function isOneOfMany(
  form: FunctionForm,
  home: FunctionForm | undefined,
  context: RaceContext,
  depth = 0,
): boolean {
  if (form === home || depth > MAX_DEPTH) return false;
  const { index } = context;
  if ((form.async || depth > 0) && index.usesOf(form).some((use) => isPerElement(use, context))) return true;
  return form.async && index.callersOf(form).some((site) => isOneOfMany(site.form, home, context, depth + 1));
}

/** A list's method with nothing but the task; with options, it may take one after the other. */
function isPerElement({ site: { call }, position, property }: ArgumentUse, { index }: RaceContext): boolean {
  if (property !== undefined || call.callee.kind !== 'member') return false;
  const name = index.calledName(call) ?? '';
  const count = call.arguments.length;
  return name === 'from' ? position === 1 : count === 1 && /^(?:map|forEach|flatMap)$/u.test(name);
}
