/** Whether a write happens only where the store finds what the caller expects. */
import type { ExpiryModel, MethodModel, VariantModel, When } from '../../stores/model.js';
import type { Term } from '../resources/terms.js';
import type { Call } from './calls.js';
import type { FlowAccess, Value } from './value.js';

/** What the call does by its flags, where that is not the method's own. */
export function variantOf(call: Call, method: MethodModel): VariantModel | undefined {
  if (!method.variants) return undefined;
  const options = optionsOf(call, method);
  return method.variants.find((each) => options.some((option) => meets(each, option)));
}

export function conditionOf(call: Call, method: MethodModel): FlowAccess['condition'] {
  const variant = variantOf(call, method);
  if (variant) return variant.only ?? 'none';
  if (method.only) return method.only;
  const options = optionsOf(call, method);
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
  const options = optionsOf(call, method);
  const expiries = method.expiries ?? [];
  if (options.some((option) => expiries.some((expiry) => meets(expiry, option)))) return 'set';
  const lifetime = expiries.flatMap(({ at }) => (at === undefined ? [] : (call.args[at] ?? [])))[0]?.term;
  if (lifetime) return lifetime.kind !== 'constant' || Number(lifetime.value) !== 0 ? 'set' : 'none';
  const isOpaque = (option: Value): boolean =>
    option.parts ? hides(option) : option.term.kind !== 'constant' && option.term.kind !== 'closure';
  return !call.positional || options.some(isOpaque) ? 'unknown' : 'none';
}

/** What stands before the value is data; conditions follow it. */
function optionsOf(call: Call, method: MethodModel): readonly Value[] {
  if (typeof method.value === 'number') return call.args.slice(method.value + 1);
  return call.args.slice(typeof method.value === 'object' && 'first' in method.value ? 0 : 1);
}

function meets(condition: When & ExpiryModel, argument: Value): boolean {
  if (condition.constant !== undefined) return mentionsConstant(argument.term, condition.constant);
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

/** `constants.COPYFILE_EXCL`, by itself or among others: `O_CREAT | O_EXCL`. */
function mentionsConstant(term: Term, name: string): boolean {
  if (term.kind === 'member' || term.kind === 'import') return term.name === name;
  return term.kind === 'compute' && term.operands.some((operand) => mentionsConstant(operand, name));
}
