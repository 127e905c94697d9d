/** Records that are inserted. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import { SQL_METHODS } from '../../../../stores/conditional-writes.js';
import {
  columnsOf,
  effectOfSql,
  INSERT_GUARD_OPTIONS,
  INSERT_GUARDS,
  INSERTING_METHODS,
  OPERATION_ID,
  RECORD_ID,
} from '../../../../stores/unkeyed-operations.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import {
  chainOf,
  elementsOf,
  entriesOf,
  entryOf,
  isWrittenOut,
  receiverPath,
  textOf,
  type Entry,
} from '../../../resources/code/shapes.js';
import { EITHER, THROWS, type AddingOperation } from './adding-operation.js';
/** `INSERT INTO t (a) VALUES ($1)`, `UPDATE t SET n = n + 1`. */
export function sqlStatement(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  if (!call.tagged && !SQL_METHODS.test(index.calledName(call) ?? '')) return undefined;
  const prepared = chainOf(call, index).find((each) => index.calledName(each) === 'prepare');
  // A statement that runs in this process does not lose its answer.
  if (prepared) return undefined;
  const given = textOf(call, index);
  const effect = given && effectOfSql(given.text);
  if (!given || !effect) return undefined;
  const columns = columnsOf(given.text);
  const values = [...given.holes, ...elementsOf(given.values, index)];
  const ids = columns.flatMap((column, position) => {
    if (!OPERATION_ID.test(column) && !RECORD_ID.test(column)) return [];
    return values[position] ?? given.values ?? call.to;
  });
  return {
    call,
    place: call.at,
    effect,
    ids: effect === 'insert' ? ids : [],
    signals: THROWS,
    contents: effect === 'increment' || columns.some((column) => column !== '') ? 'shown' : 'hidden',
  };
}

/** `prisma.order.create({ data })`, `Order.create({ … })`, `db.insert(orders).values({ … })`, `collection.insertOne({ … })`. */
export function insert(call: CallInstruction, index: ProgramIndex): AddingOperation | undefined {
  const chain = chainOf(call, index);
  const inserting = chain.find((each) => INSERTING_METHODS.has(index.calledName(each) ?? ''));
  if (!inserting || !isInsert(inserting, chain, index)) return undefined;
  if (chain.some((each) => INSERT_GUARDS.test(index.calledName(each) ?? ''))) return undefined;
  const args = chain.flatMap((each) => each.arguments.map(({ value }) => value));
  if (args.some((value) => entriesOf(value, index).some(({ name }) => INSERT_GUARD_OPTIONS.test(name))))
    return undefined;
  const records = recordsOf(inserting, chain, index);
  const entries = records.flatMap((record) => recordEntries(record, index));
  // `connect` and the like name other records.
  const ids = entries
    .filter(({ name }) => OPERATION_ID.test(name) || RECORD_ID.test(name))
    .map(({ value }) => value);
  // MongoDB's driver gives the document its `_id` on the first try, so that it keeps it.
  const isKept =
    /^insert(?:One|Many)$/u.test(index.calledName(inserting) ?? '') &&
    records.some((record) => index.variableOf(record));
  const hidden = records.length === 0 || records.some((record) => !isWrittenOut(record, index));
  // Supabase: `const { error } = await supabase.from('events').insert(event)`.
  const tellsByResult = chain.some((each) => index.calledName(each) === 'from');
  return {
    call,
    place: call.at,
    effect: 'insert',
    ids: isKept ? [...ids, ...records] : ids,
    signals: tellsByResult ? EITHER : THROWS,
    contents: hidden ? 'hidden' : 'shown',
  };
}

/** `create` and `add` are methods of many things: what is known to keep records is asked for. */
function isInsert(call: CallInstruction, chain: readonly CallInstruction[], index: ProgramIndex): boolean {
  const name = index.calledName(call) ?? '';
  const [first] = call.arguments;
  if (!first || call.callee.kind !== 'member') return false;
  const path = receiverPath(call, index);
  const last = path.at(-1) ?? '';
  switch (name) {
    case 'create':
    case 'bulkCreate':
    case 'createMany':
      if (entryOf(first.value, 'data', index) !== undefined)
        return path.length > 1 || /prisma|tx|db/iu.test(last);
      // A model: `Order.create({ … })`.
      return (
        /^[A-Z][a-z]\w*$/u.test(last) &&
        last !== 'Object' &&
        last !== 'Promise' &&
        path.length === 1 &&
        entriesOf(first.value, index).length > 0
      );
    case 'insert':
      return (
        chain.some(
          (each) =>
            index.calledName(each) === 'values' ||
            index.calledName(each) === 'returning' ||
            index.calledName(each) === 'from' ||
            index.calledName(each) === 'into',
        ) ||
        path.some((each) =>
          /^(?:db|knex|trx|tx|repo\w*|\w*Repo(?:sitory)?|orm|supabase|manager|em|collection)$/u.test(each),
        ) ||
        entriesOf(first.value, index).length > 0
      );
    case 'insertInto':
      return chain.some((each) => index.calledName(each) === 'values');
    case 'add':
      // Firestore: `db.collection('orders').add({ … })`.
      return chain.some((each) => index.calledName(each) === 'collection');
    default:
      return true;
  }
}

function recordsOf(inserting: CallInstruction, chain: readonly CallInstruction[], index: ProgramIndex): Temp[] {
  const values = chain.find((each) => index.calledName(each) === 'values') ?? inserting;
  const [first] = values.arguments;
  if (!first) return [];
  const data = entryOf(first.value, 'data', index);
  const record = data ?? first.value;
  const list = elementsOf(record, index);
  return list.length > 0 ? [...list] : [record];
}

function recordEntries(record: Temp, index: ProgramIndex): Entry[] {
  return entriesOf(record, index);
}

