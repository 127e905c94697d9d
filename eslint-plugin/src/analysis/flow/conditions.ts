/** Whether a write happens only where the store finds what the caller expects. */
import type { ConditionModel, MethodModel } from '../../stores/model.js';
import type { Call } from './calls.js';
import type { FlowAccess, Value } from './value.js';

export function conditionOf(call: Call, method: MethodModel): FlowAccess['condition'] {
  if (method.only) return method.only;
  // What stands before the value is data; conditions follow it.
  const after =
    typeof method.value === 'number' ? method.value + 1 : typeof method.value === 'object' ? 0 : 1;
  const options = call.args.slice(after);
  for (const condition of method.conditions ?? []) {
    if (options.some((option) => meets(condition, option))) return condition.only;
  }
  return 'none';
}

function meets(condition: ConditionModel, argument: Value): boolean {
  if (condition.token !== undefined) {
    const { term } = argument;
    return (
      term.kind === 'constant' &&
      typeof term.value === 'string' &&
      term.value.toUpperCase() === condition.token
    );
  }
  const option = condition.option === undefined ? undefined : argument.parts?.get(condition.option);
  if (!option) return false;
  if (condition.equals === undefined) return option.term.kind !== 'constant' || Boolean(option.term.value);
  return option.term.kind === 'constant' && option.term.value === condition.equals;
}
