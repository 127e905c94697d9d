/** Functions of a file that send the request that they are given: what their callers ask of them is what they do. */
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { constantText, entriesOf, entryOf } from '../../resources/code/shapes.js';

const SENDS = /^(?:fetch|\$fetch|ofetch|request|axios|got|ky|send|ajax)$/u;

/** The request that a function sends for its callers. */
export interface SentRequest {
  readonly call: CallInstruction;
  /** The verb that it has for all of them. */
  readonly verb: string | undefined;
}

/** `async function json(url, init) { const answer = await fetch(url, { …, ...init }); … }` */
export function requestIn(form: FunctionForm, index: ProgramIndex): SentRequest | undefined {
  const known = requests.get(form);
  if (known) return known[0];
  const call = callsWithin(form).find(
    (each) => SENDS.test(index.calledName(each) ?? '') && takesOptions(each, form, index),
  );
  const request = call && { call, verb: verbOf(call, index) };
  requests.set(form, request ? [request] : []);
  return request;
}

const requests = new WeakMap<FunctionForm, readonly SentRequest[]>();

function callsWithin(form: FunctionForm, depth = 0): readonly CallInstruction[] {
  if (depth > 2) return form.calls;
  return [...form.calls, ...form.nested.flatMap((nested) => callsWithin(nested, depth + 1))];
}

/** How it is done, where it goes, or what is sent, comes from the function's own caller. */
function takesOptions(call: CallInstruction, form: FunctionForm, index: ProgramIndex): boolean {
  const isGiven = (temp: Temp | undefined): boolean => index.parameterOf(temp)?.form === form;
  const [url, ...options] = call.arguments.map(({ value }) => value);
  const holdsGiven = (temp: Temp | undefined): boolean => {
    const made = index.madeBy(temp);
    if (isGiven(temp)) return true;
    return made?.op === 'compute' && made.operands.some(holdsGiven);
  };
  return (
    (holdsGiven(url) && options.some((each) => entriesOf(each, index).some(({ name }) => name === 'body'))) ||
    [url, ...options].some((value) => {
      const literal = value === undefined ? undefined : index.definitions.objectOf(index.termOf(value));
      if (!literal) return value !== url && isGiven(value);
      return literal.entries.some((entry) => {
        if (entry.kind === 'spread') return isGiven(entry.value);
        return 'name' in entry.property && entry.property.name === 'method' && isGiven(entry.value);
      });
    })
  );
}

/** The verb of a request, as far as the call says it: `{ method: 'PUT' }`, `request('PUT', url)`. */
export function verbOf(call: CallInstruction, index: ProgramIndex): string | undefined {
  for (const { value } of call.arguments) {
    const verb = constantText(entryOf(value, 'method', index), index) ?? constantText(value, index);
    if (verb !== undefined && /^(?:get|head|put|patch|post|delete)$/iu.test(verb)) return verb.toUpperCase();
  }
  return undefined;
}
