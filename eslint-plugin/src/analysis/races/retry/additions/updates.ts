/** Updates that count, or add to a list, in the record itself: `$inc`, `{ increment: 1 }`, `n = n + 1`. */
import { VERSION_NAME } from '../../../../stores/conditional-writes.js';
import { METRIC_RECEIVER, OPERATION_ID } from '../../../../stores/unkeyed-operations.js';
import type { CallInstruction, Temp } from '../../../lower/program.js';
import type { RepeatedEffect } from '../../../race.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import {
  chainOf,
  constantText,
  deepEntries,
  entriesOf,
  entryOf,
  receiverPath,
  textOf,
  type Entry,
} from '../../../resources/code/shapes.js';
import { THROWS, type AddingOperation } from './adding-operation.js';

const UPDATES =
  /^(?:update|updateOne|updateMany|findOneAndUpdate|findByIdAndUpdate|findAndModify|updateFirst|upsert|set)$/u;
const COUNTS = /^(?:\$inc|increment|decrement|multiply|\$mul)$/u;
const PUSHES = /^(?:\$push|push)$/u;
/** What a filter says that holds once only. */
const HOLDS_ONCE = /^(?:status|state|\w*[pP]rocessed|\w*[aA]pplied|\$ne|\$nin|not|NOT|none|\$not|\$exists)$/u;

export function countInPlace(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const effect =
    operators(call, index) ?? steps(call, index) ?? expression(call, index) ?? computed(call, index);
  return effect && { call, place: call.at, effect, ids: [], signals: THROWS, contents: 'shown' };
}

/** `updateOne(filter, { $inc: { n: 1 } })`, `update({ where, data: { n: { increment: 1 } } })` */
function operators(call: CallInstruction, index: ProgramIndex): RepeatedEffect | undefined {
  if (call.callee.kind !== 'member' || !UPDATES.test(index.calledName(call) ?? '')) return undefined;
  const [first, second] = call.arguments;
  if (!first) return undefined;
  const where = entryOf(first.value, 'where', index);
  const data = where === undefined ? second?.value : (entryOf(first.value, 'data', index) ?? first.value);
  const changes = deepEntries(data, index);
  const counted = changes.filter(({ name }) => COUNTS.test(name));
  const isPush = changes.some(({ name }) => PUSHES.test(name));
  if (counted.length === 0 && !isPush) return undefined;
  if (where === undefined && !changes.some(({ name }) => name.startsWith('$'))) return undefined;
  if (appliesOnce(where ?? first.value, index) || countsVersion(changes, counted, index)) return undefined;
  return counted.length > 0 ? 'increment' : 'push';
}

/** A filter by version, by state or by what is there already lets it through once. */
function appliesOnce(filter: Temp, index: ProgramIndex): boolean {
  return deepEntries(filter, index).some(
    ({ name }) => holdsOnce(name),
  );
}

/** `version: { increment: 1 }` beside values that are set counts nothing that matters. */
function countsVersion(changes: readonly Entry[], counted: readonly Entry[], index: ProgramIndex): boolean {
  const inOperator = counted
    .filter(({ name }) => name.startsWith('$'))
    .flatMap(({ value }) => entriesOf(value, index));
  const columns = [
    ...inOperator.map(({ name }) => name),
    ...changes
      .filter(({ value }) => entriesOf(value, index).some(({ name }) => COUNTS.test(name) && !name.startsWith('$')))
      .map(({ name }) => name),
  ];
  return columns.length > 0 && columns.every((name) => VERSION_NAME.test(name));
}

/** `knex('t').where(…).increment('n', 1)`, `account.increment('balance', { by: 5 })`, `repo.increment(where, 'n', 1)` */
function steps(call: CallInstruction, index: ProgramIndex): RepeatedEffect | undefined {
  const chain = chainOf(call, index);
  const step = chain.find((each) => /^(?:increment|decrement)$/u.test(index.calledName(each) ?? ''));
  if (!step || step.callee.kind !== 'member') return undefined;
  if (receiverPath(step, index).some((name) => METRIC_RECEIVER.test(name))) return undefined;
  const [first, second, third] = step.arguments;
  const isQuery = chain.some((each) => /^where/u.test(index.calledName(each) ?? ''));
  const isRow = second !== undefined && entriesOf(second.value, index).some(({ name }) => /^(?:by|where)$/u.test(name));
  const isRepository = third !== undefined && constantText(second?.value, index) !== undefined;
  return first && (isQuery || isRow || isRepository) ? 'increment' : undefined;
}

/** DynamoDB: `ADD tokens :n`, `SET n = n + :n`, with no condition. */
function expression(call: CallInstruction, index: ProgramIndex): RepeatedEffect | undefined {
  if (!/^(?:send|update|updateItem)$/u.test(index.calledName(call) ?? '')) return undefined;
  const entries = call.arguments.flatMap(({ value }) => deepEntries(value, index));
  const update = entries.find(({ name }) => name === 'UpdateExpression');
  if (!update || entries.some(({ name }) => name === 'ConditionExpression')) return undefined;
  const text = constantText(update.value, index) ?? '';
  if (/\blist_append\s*\(/u.test(text)) return 'push';
  return /\bADD\b|=\s*(?:if_not_exists\s*\([^)]*\)|[#\w.]+)\s*[+-]/u.test(text) ? 'increment' : undefined;
}

/** `db.update(t).set({ n: sql`${t.n} + 1` }).where(…)`, `update({ n: knex.raw('n + ?', [1]) })` */
function computed(call: CallInstruction, index: ProgramIndex): RepeatedEffect | undefined {
  const chain = chainOf(call, index);
  const wheres = chain.filter((each) => /^where/u.test(index.calledName(each) ?? ''));
  if (wheres.length === 0 || wheres.some((each) => namesIn(each, index, 0).some(holdsOnce))) return undefined;
  const counts = chain
    .filter((each) => /^(?:set|update)$/u.test(index.calledName(each) ?? ''))
    .flatMap((each) => each.arguments.flatMap(({ value }) => entriesOf(value, index)))
    .some(({ name, value }) => {
      const made = index.madeBy(value);
      if (made?.op !== 'call' || VERSION_NAME.test(name)) return false;
      const isSum = /^[+-]$/u.test(constantText(made.arguments[1]?.value, index) ?? '');
      return isSum || /[\w⟨"`\])]\s*[+-]\s*(?:⟨|\?|:|\$|\d)/u.test(textOf(made, index)?.text ?? '');
    });
  return counts ? 'increment' : undefined;
}

function holdsOnce(name: string): boolean {
  return VERSION_NAME.test(name) || OPERATION_ID.test(name) || HOLDS_ONCE.test(name);
}

/** The columns of which a condition speaks. */
function namesIn(call: CallInstruction, index: ProgramIndex, depth: number): string[] {
  return call.arguments.flatMap(({ value }) => {
    const made = index.madeBy(value);
    const own = [constantText(value, index), index.nameOf(value), ...entriesOf(value, index).map(({ name }) => name)];
    const inner = made?.op === 'call' && depth < 4 ? namesIn(made, index, depth + 1) : [];
    return [...own.flatMap((name) => name ?? []), ...inner];
  });
}
