/** Writes that are given the version by an option, a header or an expression. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import { CONDITION_NAME, CONDITION_OF_METHOD } from '../../../../stores/conditional-writes.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { chainOf, constantText, deepEntries, entriesOf, type Entry } from '../../../resources/code/shapes.js';
import { EITHER, RESULT, type ConditionalWrite } from './conditional-write.js';
/** `If-Match`, `IfMatch`, `if_seq_no`, `cas`, `expectedVersion`: an option or a header with the version. */
export function conditionOption(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  const name = index.calledName(call) ?? '';
  if (/^(?:get|find|read|log|info|warn|error|debug|stringify|parse|has)/u.test(name)) return undefined;
  const entries = call.arguments.flatMap(({ value }) => deepEntries(value, index));
  const versions = entries
    .filter((entry) => CONDITION_NAME.test(entry.name) && constantText(entry.value, index) === undefined)
    .map(({ value }) => value);
  const all = [
    ...versions,
    ...expressionVersions(entries, index),
    ...ownOption(name, entries),
    ...chainedHeaders(call, index),
  ];
  if (all.length === 0) return undefined;
  const values = call.arguments.flatMap(({ value }) => withoutVersions(value, all, index));
  const signals = name === 'fetch' ? RESULT : EITHER;
  return { call, place: call.at, versions: all, values, signals, evidence: 'version', whole: false };
}

/** DynamoDB: the values that the condition's text names. */
function expressionVersions(entries: readonly Entry[], index: ProgramIndex): Temp[] {
  const expression = entries.find(({ name }) => name === 'ConditionExpression');
  const text = expression && constantText(expression.value, index);
  if (text === undefined) return [];
  return entries
    .filter(({ name }) => name.startsWith(':') && new RegExp(`${name}\\b`, 'u').test(text))
    .map(({ value }) => value);
}


/** Options that hold a version for one method only. */
function ownOption(name: string, entries: readonly Entry[]): Temp[] {
  return CONDITION_OF_METHOD.flatMap(({ method, option }) =>
    method.test(name) ? entries.filter((entry) => entry.name === option).map(({ value }) => value) : [],
  );
}

/** `request.put(url).set('If-Match', etag).send(body)` */
function chainedHeaders(call: CallInstruction, index: ProgramIndex): Temp[] {
  return chainOf(call, index).flatMap((each) => {
    const [header, value] = each.arguments;
    const name = header && constantText(header.value, index);
    return name !== undefined && value && CONDITION_NAME.test(name) ? [value.value] : [];
  });
}

/** What is written: an argument, or of an object that is written out the entries that are no version. */
function withoutVersions(temp: Temp, versions: readonly Temp[], index: ProgramIndex): Temp[] {
  if (versions.includes(temp)) return [];
  const entries = entriesOf(temp, index);
  if (!entries.some(({ value }) => versions.includes(value))) return [temp];
  return entries.flatMap(({ value }) => (versions.includes(value) ? [] : [value]));
}
