/** Locals of a call: what each call of a function has for itself, and only its own callbacks share. */
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm, Variable } from '../../lower/program.js';
import type { Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';

/** The function whose local variable holds the state. */
export function homeOf(root: Term): FunctionForm | undefined {
  if (root.kind === 'member' || root.kind === 'index') return homeOf(root.object);
  return root.kind === 'variable' && /^(?:local|parameter)$/u.test(root.variable.kind)
    ? root.variable.owner
    : undefined;
}

/** `keys.map(async (key) => { fields[key] = await change(fields[key]); })`: of an object of this call, each task changes an entry of its own. */
export function isOfOwnTask(
  { instruction, form, receiver }: FlowAccess,
  { program, index }: RaceContext,
): boolean {
  const home = homeOf(receiver.root) ?? (receiver.root.kind === 'parameter' ? receiver.root.form : undefined);
  if (!home || home === form || home.kind === 'module' || instruction.op !== 'set') return false;
  if ('name' in instruction.property) return false;
  const key = index.parameterOf(instruction.property.computed);
  return key?.form === form && program.module !== form && index.usesOf(form).length > 0;
}

/** A local of a call, of which all that is read and written there comes one after the other. */
export function isRunInTurn(
  read: FlowAccess,
  write: FlowAccess,
  { form }: Summary,
  context: RaceContext,
): boolean {
  const home = homeOf(write.receiver.root);
  const variable = variableOf(write.receiver.root);
  if (!home || !variable || home.kind === 'module') return false;
  const own = [read, write].flatMap((access) => (access.via ? [] : [access.form]));
  return (
    [form, ...own].some((each) => each !== home) &&
    [form, ...own].every((each) => context.turns.inTurnWithin(each, home)) &&
    context.turns.areWritersInTurn(variable)
  );
}

function variableOf(root: Term): Variable | undefined {
  if (root.kind === 'member' || root.kind === 'index') return variableOf(root.object);
  return root.kind === 'variable' ? root.variable : undefined;
}
