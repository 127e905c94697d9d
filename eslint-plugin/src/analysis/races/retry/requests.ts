/** Functions of a file that send the request that they are given: what their callers ask of them is what they do. */
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { CodeIndex } from './code.js';
import { constantText, entryOf } from './shapes.js';

const SENDS = /^(?:fetch|\$fetch|ofetch|request|axios|got|ky|send|ajax)$/u;

/** `async function json(url, init) { const answer = await fetch(url, { …, ...init }); … }` */
export function runsRequest(form: FunctionForm, index: CodeIndex): boolean {
  return index.memoised(form, 'request', () =>
    form.calls.some((call) => SENDS.test(index.calledName(call) ?? '') && takesOptions(call, form, index)),
  );
}

/** How it is done, or what is sent, comes from the function's own caller. */
function takesOptions(call: CallInstruction, form: FunctionForm, index: CodeIndex): boolean {
  return call.arguments.some(({ value }) => {
    const isGiven = (temp: Temp | undefined): boolean => index.parameterOf(temp)?.form === form;
    const literal = index.flow.definitions.objectOf(index.termOf(value));
    if (!literal) return value !== call.arguments[0]?.value && isGiven(value);
    return literal.entries.some((entry) => {
      if (entry.kind === 'spread') return isGiven(entry.value);
      return 'name' in entry.property && entry.property.name === 'method' && isGiven(entry.value);
    });
  });
}

/** The verb of a request, as far as the call says it: `{ method: 'PUT' }`, `request('PUT', url)`. */
export function verbOf(call: CallInstruction, index: CodeIndex): string | undefined {
  for (const { value } of call.arguments) {
    const verb = constantText(entryOf(value, 'method', index), index) ?? constantText(value, index);
    if (verb !== undefined && /^(?:get|head|put|patch|post|delete)$/iu.test(verb)) return verb.toUpperCase();
  }
  return undefined;
}
