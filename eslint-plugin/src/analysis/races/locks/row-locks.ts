/**
 * Locks made of a record that only one can insert: a document, a row, an item. Whoever dies leaves it behind, where
 * nothing in it says until when it is held.
 */
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { Certainty, UnsafeLockRace } from '../../race.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import {
  chainOf,
  constantText,
  deepEntries,
  entriesOf,
  entryOf,
  ranBy,
  receiverPath,
  textOf,
} from '../../resources/code/shapes.js';
import type { RaceContext } from '../context.js';
import { lockWitness } from './witness.js';
import { namesAround, speaksOfLock } from './words.js';

/** Words of a field by which a record gets too old, and of an index or a query that looks at it. */
const ENDS =
  /expir|ttl|until|lease|deadline|timeout|(?:created|locked|acquired|updated|started|taken|claimed)_?(?:at|on)|heartbeat|timestamp|valid/iu;
const INSERTS = /^(?:insertOne|insert|create|createOne|insertInto)$/u;
const DELETES = /^(?:delete|deleteOne|deleteMany|findOneAndDelete|remove|destroy|del|deleteFrom|deleteItem)$/u;
const INSERT_SQL = /\binsert\s+into\s+["'`[]?([\w.]+)["'`\]]?\s*(?:\(([^)]*)\))?/iu;
const DELETE_SQL = /\bdelete\s+from\s+["'`[]?([\w.]+)/iu;

interface Inserted {
  /** The table, collection or model. */
  readonly home: string;
  readonly fields: readonly string[];
  /** That it is there already is no error. */
  readonly quiet: boolean;
}

export function findRowLocks(context: RaceContext): UnsafeLockRace[] {
  const { index, program } = context;
  const text = program.textOf(program.module.at);
  if (/expireAfterSeconds|expireAfter\b/u.test(text)) return [];
  return index.sites.flatMap(({ call, form }) => {
    if (program.isLinked(call.at) || index.isInner(call) || call.construct) return [];
    const inserted = insertOf(ranBy(call, index) ?? call, form, index);
    if (!inserted || inserted.fields.some((field) => ENDS.test(field))) return [];
    const releases = index.sites.filter((site) => isReleaseOf(site.call, site.form, inserted, call, form, index));
    if (releases.length === 0) return [];
    const certainty = certaintyOf(call, form, inserted, context);
    const flaw = { kind: 'no-expiry' } as const;
    const lock = {
      name: inserted.home,
      acquire: call.at,
      expires: false,
      releases: releases.map((release) => release.call.at),
      further: [],
    };
    const witness = lockWitness({ flaw, name: `\`${inserted.home}\``, place: call.at, acquire: call.at });
    return [{ kind: 'unsafe-lock', flaw, lock, certainty, place: call.at, witness }];
  });
}

function insertOf(call: CallInstruction, form: FunctionForm, index: ProgramIndex): Inserted | undefined {
  const item = insertedItem(call, form, index);
  if (item) return item;
  const given = textOf(call, index);
  const sql = given && INSERT_SQL.exec(given.text);
  if (given && sql) {
    const [, home = '', columns = ''] = sql;
    if (!speaksOfLock(home)) return undefined;
    // An upsert says by its condition when it takes over.
    if (/\bdo\s+update\b|\bon\s+duplicate\s+key\b|\bor\s+replace\b/iu.test(given.text)) return undefined;
    const quiet = /\bdo\s+nothing\b|\bignore\b/iu.test(given.text);
    return { home, fields: columns.split(',').map((column) => column.trim()), quiet };
  }
  const chain = chainOf(call, index);
  const inserting = chain.find((each) => INSERTS.test(index.calledName(each) ?? ''));
  const home = inserting && homeOf(inserting, index);
  if (!inserting || home === undefined) return undefined;
  const values = chain.find((each) => index.calledName(each) === 'values') ?? inserting;
  const record = values.arguments.at(values === inserting && index.calledName(inserting) === 'insertInto' ? 1 : 0);
  if (!record) return undefined;
  const data = entryOf(record.value, 'data', index) ?? record.value;
  // What is not written out may hold an end.
  if (entriesOf(data, index).length === 0) return undefined;
  const quiet = chain.some((each) => /^(?:onConflict\w*|ignore|orIgnore|doNothing)$/u.test(index.calledName(each) ?? ''));
  return { home, fields: entriesOf(data, index).map(({ name }) => name), quiet };
}

/** DynamoDB: a put of what is not there yet. */
function insertedItem(call: CallInstruction, form: FunctionForm, index: ProgramIndex): Inserted | undefined {
  const entries = call.arguments.flatMap(({ value }) => deepEntries(value, index));
  const condition = entries.find(({ name }) => name === 'ConditionExpression');
  const item = entries.find(({ name }) => name === 'Item');
  const text = condition && constantText(condition.value, index);
  if (!item || text === undefined || !/attribute_not_exists/u.test(text) || /\bor\b|[<>]/iu.test(text))
    return undefined;
  const table = entries.find(({ name }) => name === 'TableName')?.value;
  const home = tableName(table, index);
  if (!speaksOfLock(`${home} ${namesAround(form)}`)) return undefined;
  return { home, fields: entriesOf(item.value, index).map(({ name }) => name), quiet: false };
}

function tableName(table: Temp | undefined, index: ProgramIndex): string {
  const named = constantText(table, index) ?? index.nameOf(table) ?? 'lock';
  const made = index.madeBy(table);
  return made?.op === 'get' && 'name' in made.property ? made.property.name : named;
}

/** The collection, model or table that a call is about, where its name speaks of locks. */
function homeOf(call: CallInstruction, index: ProgramIndex): string | undefined {
  const texts = chainOf(call, index).flatMap((each) => {
    const [first] = each.arguments;
    const text = first && (constantText(first.value, index) ?? index.nameOf(first.value));
    return text === undefined || /\s/u.test(text) ? [] : [text];
  });
  return [...receiverPath(call, index).reverse(), ...texts].find(
    (name) => speaksOfLock(name) && !/^(?:with|un)/u.test(name),
  );
}

function isReleaseOf(
  release: CallInstruction,
  within: FunctionForm,
  { home }: Inserted,
  insert: CallInstruction,
  form: FunctionForm,
  index: ProgramIndex,
): boolean {
  const isBehind = isIn(within, form) && release.at.start > insert.at.end;
  const isElsewhere = within !== form && form.member !== undefined && within.member === form.member;
  if (index.isInner(release) || (!isBehind && !isElsewhere)) return false;
  const given = textOf(release, index);
  const [, table] = (given && DELETE_SQL.exec(given.text)) ?? [];
  if (table !== undefined) return table === home;
  const entries = release.arguments.flatMap(({ value }) => deepEntries(value, index));
  if (entries.some(({ name, value }) => name === 'TableName' && tableName(value, index) === home))
    return /^delete/u.test(index.operationName(release));
  const deleting = chainOf(release, index).find((each) => DELETES.test(index.calledName(each) ?? ''));
  return deleting !== undefined && homeOf(deleting, index) === home;
}

function isIn(inner: FunctionForm, outer: FunctionForm): boolean {
  for (let each: FunctionForm | undefined = inner; each; each = each.parent) if (each === outer) return true;
  return false;
}

/** Sure only where it is looked at whether somebody else has it. */
function certaintyOf(
  call: CallInstruction,
  form: FunctionForm,
  { quiet }: Inserted,
  { index, isTest }: RaceContext,
): Certainty {
  if (isTest) return 'possible';
  return quiet || index.isTried(call, form) ? 'likely' : 'possible';
}
