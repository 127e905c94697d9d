/** HTTP clients that were told to repeat requests by themselves, those that add something among them. */
import type { CallInstruction } from '../../lower/program.js';
import { importOf } from '../../resources/exports.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { makersOf } from './libraries.js';
import type { Outcome, Retried } from './retried.js';
import { deepEntries, entryOf } from '../../resources/code/shapes.js';

/** Conditions of axios-retry that leave a POST alone. */
const KEEPS_TO_IDEMPOTENT = /[iI]dempotent|isSafeRequestError/u;

/** The client of a request, where it repeats a POST whose answer was lost. */
export function retryingClient(call: CallInstruction, index: ProgramIndex): Retried | undefined {
  const made = repeatsPost(call, index) ?? axiosRetryOf(call, index);
  const site = index.siteOf(call);
  if (!made || !site) return undefined;
  return { at: made.at, kind: 'library', ranges: [call.at], form: site.form, run: (scenario) => end(scenario) };
}

function end(scenario: string): Outcome {
  return { again: scenario === 'lost' ? 'yes' : 'no', told: false, expectsDuplicate: false };
}

/** got and ky: `{ retry: { methods: ['POST'] } }`, for the client or for one request. */
function repeatsPost(call: CallInstruction, index: ProgramIndex): CallInstruction | undefined {
  const makers = call.callee.kind === 'member' ? makersOf(call.callee.object, index) : [];
  return [call, ...makers].find((each) =>
    each.arguments.some(({ value }) => {
      const retry = entryOf(value, 'retry', index);
      const methods = deepEntries(retry, index).find(({ name }) => name === 'methods');
      return index.textsOf(methods?.value).some((text) => text.toUpperCase() === 'POST');
    }),
  );
}

/** `axiosRetry(client, { retryCondition: () => true })`; left to itself, it repeats idempotent requests only. */
function axiosRetryOf(call: CallInstruction, index: ProgramIndex): CallInstruction | undefined {
  if (call.callee.kind !== 'member') return undefined;
  const client = index.termOf(call.callee.object);
  return index.sites.find(({ call: setUp }) => {
    const [target, options] = setUp.arguments;
    if (setUp.callee.kind !== 'value' || !target || !options) return false;
    if (importOf(index.termOf(setUp.callee.value))?.source !== 'axios-retry') return false;
    if (index.termOf(target.value) !== client) return false;
    const condition = entryOf(options.value, 'retryCondition', index);
    if (condition === undefined) return false;
    const form = index.functionOf(condition);
    const names = form
      ? form.calls.map((each) => index.calledName(each) ?? '')
      : [index.nameOf(condition) ?? ''];
    return !names.some((name) => KEEPS_TO_IDEMPOTENT.test(name)) && (form === undefined || !asksForMethod(form.at, index));
  })?.call;
}

/** A condition that looks at the request's method decides by that. */
function asksForMethod(at: { readonly start: number; readonly end: number }, index: ProgramIndex): boolean {
  return /\bmethod\b/u.test(index.program.textOf(at));
}
