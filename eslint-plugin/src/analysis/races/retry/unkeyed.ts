/** Calls that add something each time they run, by their shape; and the id that makes a second time harmless. */
import {
  columnsOf,
  effectOfSql,
  INSERT_GUARD_OPTIONS,
  INSERT_GUARDS,
  INSERT_URL,
  INSERTING_METHODS,
  METRIC_RECEIVER,
  OPERATION_ID,
  PAYMENT_FUNCTIONS,
  PAYMENT_METHODS,
  PAYMENT_OBJECTS,
  PAYMENT_RECEIVER,
  PAYMENT_URL,
  PUBLISH_URL,
  PUBLISHING_BY_RECEIVER,
  PUBLISHING_COMMANDS,
  PUBLISHING_METHODS,
  RECORD_ID,
  REDIS_EFFECTS,
} from '../../../stores/unkeyed-operations.js';
import { SQL_METHODS } from '../../../stores/conditional-writes.js';
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { RepeatedEffect, SourceRange } from '../../race.js';
import type { CodeIndex } from './code.js';
import type { Signals } from './machine.js';
import {
  chainOf,
  constantText,
  deepEntries,
  elementsOf,
  entriesOf,
  entryOf,
  isWrittenOut,
  receiverPath,
  textOf,
  type Entry,
} from './shapes.js';

export interface AddingOperation {
  readonly call: CallInstruction;
  readonly place: SourceRange;
  readonly effect: RepeatedEffect;
  /** Values that tell the operation from another one; none where it has no id at all. */
  readonly ids: readonly Temp[];
  readonly signals: Signals;
  /** `shown`: its contents are there to see; `hidden`: an id may be among what is not written out. */
  readonly contents: 'shown' | 'hidden';
}

const THROWS: Signals = { throws: true, result: false };
const EITHER: Signals = { throws: true, result: true };

export function addingOperationOf(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
  if (call.construct || index.isInner(call) || index.calleeForm(call)) return undefined;
  if (/^(?:then|catch|finally)$/u.test(index.calledName(call) ?? '')) return undefined;
  for (const recognise of RECOGNISERS) {
    const found = recognise(call, index);
    if (found) return found;
  }
  return undefined;
}

type Recogniser = (call: CallInstruction, index: CodeIndex) => AddingOperation | undefined;

/** `redis.incr(key)`, alone or queued in what is sent. */
function redisCommand(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
  const chain = chainOf(call, index);
  const isSent = /^exec\w*$/iu.test(index.calledName(call) ?? '');
  const effects = (isSent ? [...chain, ...queuedOn(call, index)] : [call]).flatMap((each) => {
    const effect = redisEffect(each, index);
    return effect ? [{ each, effect }] : [];
  });
  const [found] = effects;
  if (!found) return undefined;
  const [key, id] = found.each.arguments;
  if (!key || (found.effect !== 'increment' && !id)) return undefined;
  // A stream entry with an id of the program's own.
  const isStream = /^xadd$/iu.test(index.calledName(found.each) ?? '');
  const own = isStream && id && constantText(id.value, index) !== '*' ? [id.value] : [];
  return {
    call,
    place: call.at,
    effect: found.effect,
    ids: [...own, ...idsIn(found.each, index)],
    signals: THROWS,
    contents: 'shown',
  };
}

function redisEffect(call: CallInstruction, index: CodeIndex): RepeatedEffect | undefined {
  if (call.callee.kind !== 'member') return undefined;
  const effect = REDIS_EFFECTS.get(index.calledName(call)?.toLowerCase() ?? '');
  if (!effect) return undefined;
  const receiver = index.flow.receivers.recognise(index.termOf(call.callee.object));
  if (receiver?.evidence === 'resolved') return effect;
  const path = receiverPath(call, index);
  if (path.some((name) => METRIC_RECEIVER.test(name))) return undefined;
  // `append` is a method of many things.
  const name = index.calledName(call) ?? '';
  const isDistinct = name !== 'append' && name !== 'incr' && name !== 'decr';
  return isDistinct || path.some((each) => /redis|cache|kv|client|store/iu.test(each)) ? effect : undefined;
}

function queuedOn(call: CallInstruction, index: CodeIndex): CallInstruction[] {
  if (call.callee.kind !== 'member') return [];
  const variable = index.variableOf(call.callee.object);
  if (!variable) return [];
  return index.sites
    .map((site) => site.call)
    .filter((each) => each.callee.kind === 'member' && index.variableOf(each.callee.object) === variable && each !== call);
}

/** `INSERT INTO t (a) VALUES ($1)`, `UPDATE t SET n = n + 1`. */
function sqlStatement(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
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
function insert(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
  const chain = chainOf(call, index);
  const inserting = chain.find((each) => INSERTING_METHODS.has(index.calledName(each) ?? ''));
  if (!inserting || !isInsert(inserting, chain, index)) return undefined;
  if (chain.some((each) => INSERT_GUARDS.test(index.calledName(each) ?? ''))) return undefined;
  const args = chain.flatMap((each) => each.arguments.map(({ value }) => value));
  if (args.some((value) => entriesOf(value, index).some(({ name }) => INSERT_GUARD_OPTIONS.test(name)))) return undefined;
  const records = recordsOf(inserting, chain, index);
  const entries = records.flatMap((record) => recordEntries(record, index));
  // `connect` and the like name other records.
  const ids = entries.filter(({ name }) => OPERATION_ID.test(name) || RECORD_ID.test(name)).map(({ value }) => value);
  // MongoDB's driver gives the document its `_id` on the first try, so that it keeps it.
  const isKept = /^insert(?:One|Many)$/u.test(index.calledName(inserting) ?? '') && records.some((record) => index.variableOf(record));
  const hidden = records.length === 0 || records.some((record) => !isWrittenOut(record, index));
  return {
    call,
    place: call.at,
    effect: 'insert',
    ids: isKept ? [...ids, ...records] : ids,
    signals: THROWS,
    contents: hidden ? 'hidden' : 'shown',
  };
}

/** `create` and `add` are methods of many things: what is known to keep records is asked for. */
function isInsert(call: CallInstruction, chain: readonly CallInstruction[], index: CodeIndex): boolean {
  const name = index.calledName(call) ?? '';
  const [first] = call.arguments;
  if (!first || call.callee.kind !== 'member') return false;
  const path = receiverPath(call, index);
  const last = path.at(-1) ?? '';
  switch (name) {
    case 'create':
    case 'bulkCreate':
    case 'createMany':
      if (entryOf(first.value, 'data', index) !== undefined) return path.length > 1 || /prisma|tx|db/iu.test(last);
      // A model: `Order.create({ … })`.
      return /^[A-Z][a-z]\w*$/u.test(last) && last !== 'Object' && last !== 'Promise' && path.length === 1 && entriesOf(first.value, index).length > 0;
    case 'insert':
      return (
        chain.some((each) => index.calledName(each) === 'values' || index.calledName(each) === 'returning' || index.calledName(each) === 'from' || index.calledName(each) === 'into') ||
        path.some((each) => /^(?:db|knex|trx|tx|repo\w*|\w*Repo(?:sitory)?|orm|supabase|manager|em|collection)$/u.test(each)) ||
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

function recordsOf(inserting: CallInstruction, chain: readonly CallInstruction[], index: CodeIndex): Temp[] {
  const values = chain.find((each) => index.calledName(each) === 'values') ?? inserting;
  const [first] = values.arguments;
  if (!first) return [];
  const data = entryOf(first.value, 'data', index);
  const record = data ?? first.value;
  const list = elementsOf(record, index);
  return list.length > 0 ? [...list] : [record];
}

function recordEntries(record: Temp, index: CodeIndex): Entry[] {
  return entriesOf(record, index);
}

/** A message that is handed on: to a queue, a topic, a mailbox. */
function publish(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
  const name = index.calledName(call) ?? '';
  const path = receiverPath(call, index);
  const last = path.at(-1) ?? '';
  const command = index.program.definitions[call.arguments[0]?.value ?? -1];
  const isCommand =
    name === 'send' && command?.op === 'call' && command.construct && PUBLISHING_COMMANDS.test(index.calledName(command) ?? '');
  const byReceiver = PUBLISHING_BY_RECEIVER.get(name);
  const isOther = command?.op === 'call' && command.construct && /Command$/u.test(index.calledName(command) ?? '');
  const isSent =
    isCommand ||
    (!isOther && call.callee.kind === 'member' && (PUBLISHING_METHODS.test(name) || byReceiver?.test(last) === true || isQueue(call, name, index)));
  if (!isSent || call.arguments.length === 0) return undefined;
  if (name === 'create' && !deepEntries(call.arguments[0]?.value, index).some((entry) => entry.name === 'to')) return undefined;
  // Between windows and workers there is no answer to lose.
  if (name === 'postMessage' && entriesOf(call.arguments[0]?.value, index).every((entry) => entry.name !== 'channel')) return undefined;
  if (isIdempotentProducer(call, index)) return undefined;
  const isPayload = (entry: Entry): boolean => OPERATION_ID.test(entry.name) || entry.name === 'id';
  const entries = call.arguments.flatMap(({ value }) => deepEntries(value, index)).filter(isPayload);
  return { call, place: call.at, effect: 'publish', ids: [...entries.map(({ value }) => value), ...idsIn(call, index)], signals: THROWS, contents: 'shown' };
}

/** `add` on what a queue library made. */
function isQueue(call: CallInstruction, name: string, index: CodeIndex): boolean {
  if ((name !== 'add' && name !== 'addBulk') || call.callee.kind !== 'member') return false;
  const made = index.flow.receivers.madeBy(index.termOf(call.callee.object));
  return made?.kind === 'call' && made.callee.kind === 'import' && /^bull(?:mq)?$/u.test(made.callee.source);
}

function isIdempotentProducer(call: CallInstruction, index: CodeIndex): boolean {
  if (call.callee.kind !== 'member') return false;
  const made = index.variableOf(call.callee.object)?.writes.map((write) => index.program.definitions[write]);
  return (made ?? []).some(
    (each) => each?.op === 'call' && each.arguments.some(({ value }) => entryOf(value, 'idempotent', index) !== undefined),
  );
}

/** `stripe.paymentIntents.create(params)`, `gateway.transaction.sale(params)`, `chargeCard(card, amount)`. */
function payment(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
  const name = index.calledName(call) ?? '';
  const path = receiverPath(call, index);
  const byObject =
    call.callee.kind === 'member' &&
    PAYMENT_METHODS.test(name) &&
    (PAYMENT_OBJECTS.test(path.at(-1) ?? '') ? path.length > 1 && path.some((each) => PAYMENT_RECEIVER.test(each)) : path.some((each) => PAYMENT_RECEIVER.test(each)) && name !== 'create' && name !== 'confirm' && name !== 'capture');
  if (!byObject && !(PAYMENT_FUNCTIONS.test(name) && !index.calleeForm(call))) return undefined;
  if (call.arguments.length === 0) return undefined;
  const ids = [...idsIn(call, index), ...call.arguments.flatMap(({ value }) => operationIds(deepEntries(value, index)))];
  const isShown = call.arguments.some(({ value }) => isWrittenOut(value, index)) || call.arguments.length > 1 || PAYMENT_OBJECTS.test(path.at(-1) ?? '');
  return { call, place: call.at, effect: 'payment', ids, signals: EITHER, contents: isShown ? 'shown' : 'hidden' };
}

/** `fetch('/payments', { method: 'POST', … })`, `axios.post('/orders', body)`. */
function post(call: CallInstruction, index: CodeIndex): AddingOperation | undefined {
  const name = index.calledName(call) ?? '';
  const [first] = call.arguments;
  if (!first) return undefined;
  const verb = call.arguments
    .map(({ value }) => constantText(entryOf(value, 'method', index), index)?.toUpperCase())
    .find((value) => value !== undefined);
  const isPost = verb === 'POST' || (verb === undefined && name === 'post' && call.callee.kind === 'member');
  if (!isPost) return undefined;
  const url = urlOf(entryOf(first.value, 'url', index) ?? first.value, index, 0);
  const effect = PAYMENT_URL.test(url) ? 'payment' : INSERT_URL.test(url) ? 'insert' : PUBLISH_URL.test(url) ? 'publish' : undefined;
  if (!effect) return undefined;
  const ids = call.arguments.flatMap(({ value }) => operationIds(deepEntries(value, index)));
  const headers = call.arguments.map(({ value }) => entryOf(value, 'headers', index)).find((value) => value !== undefined);
  const options = call.arguments.slice(name === 'fetch' || name === 'request' ? 1 : 2).some(({ value }) => !isWrittenOut(value, index));
  const hidden = options || (headers !== undefined && !isWrittenOut(headers, index));
  return { call, place: call.at, effect, ids: [...ids, ...idsIn(call, index)], signals: EITHER, contents: hidden ? 'hidden' : 'shown' };
}

/** The text of an address, as far as it is constant; names of constants stand for what they hold elsewhere. */
function urlOf(temp: Temp, index: CodeIndex, depth: number): string {
  const definition = index.program.definitions[temp];
  if (!definition || depth > 5) return '';
  switch (definition.op) {
    case 'literal':
      return typeof definition.value === 'string' ? (definition.value.startsWith('/') ? definition.value : `/${definition.value}`.replace(/^\/(?=https?:)/u, '')) : '';
    case 'compute':
      return definition.operands.map((operand) => urlOf(operand, index, depth + 1)).join('');
    case 'call':
      return definition.arguments.map(({ value }) => urlOf(value, index, depth + 1)).join('');
    case 'load': {
      const known = definition.variable.writes.map((write) => urlOf(write, index, depth + 1)).join('');
      return known === '' ? `/${definition.variable.name.replace(/_?(?:url|uri|endpoint|api|path)$/iu, '').toLowerCase()}` : known;
    }
    default:
      return '';
  }
}

function operationIds(entries: readonly Entry[]): Temp[] {
  return entries.filter(({ name }) => OPERATION_ID.test(name)).map(({ value }) => value);
}

/** An id that is passed as an argument by itself, known by its name. */
function idsIn(call: CallInstruction, index: CodeIndex): Temp[] {
  return call.arguments.flatMap(({ value }) => {
    const name = index.nameOf(value);
    return name !== undefined && OPERATION_ID.test(name) ? [value] : [];
  });
}

const RECOGNISERS: readonly Recogniser[] = [payment, post, redisCommand, sqlStatement, publish, insert];
