/** Whether a write happens only where the store finds what the caller expects. */
import type { ConditionModel, ExpiryModel, MethodModel } from '../../stores/model.js';
import type { Call } from './calls.js';
import type { FlowAccess, Value } from './value.js';

export function conditionOf(call: Call, method: MethodModel): FlowAccess['condition'] {
  if (method.only) return method.only;
  // What stands before the value is data; conditions follow it.
  const options = call.args.slice(typeof method.value === 'number' ? method.value + 1 : 1);
  for (const condition of method.conditions ?? []) {
    if (options.some((option) => meets(condition, option))) return condition.only;
  }
  return 'none';
}

/**
 * Whether a written key ends by itself; `unknown` where arguments are not written out.
 * @param hides True for an options object that holds more than is written out.
 */
export function expiryOf(
  call: Call,
  method: MethodModel,
  hides: (option: Value) => boolean,
): NonNullable<FlowAccess['expiry']> {
  const options = call.args.slice(typeof method.value === 'number' ? method.value + 1 : 1);
  if (options.some((option) => (method.expiries ?? []).some((expiry) => meets(expiry, option)))) return 'set';
  const isOpaque = (option: Value): boolean =>
    option.parts ? hides(option) : option.term.kind !== 'constant' && option.term.kind !== 'closure';
  return !call.positional || options.some(isOpaque) ? 'unknown' : 'none';
}

function meets(condition: ExpiryModel & Pick<ConditionModel, 'equals'>, argument: Value): boolean {
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
