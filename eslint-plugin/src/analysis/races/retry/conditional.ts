/** Calls that write for one version only, or that may fail because somebody else has written; by their shape. */
import {
  CONDITION_NAME,
  CONDITIONAL_METHODS,
  parseUpdate,
  QUERY_WHERES,
  QUERY_WRITES,
  SAVING_METHOD,
  SQL_METHODS,
  VALUES_NAME,
  VERSION_NAME,
} from '../../../stores/conditional-writes.js';
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { CodeIndex } from './code.js';
import type { Signals } from './machine.js';
import {
  chainOf,
  constantText,
  deepEntries,
  elementsOf,
  entriesOf,
  entryOf,
  receiverPath,
  textOf,
  type Entry,
  type GivenText,
} from './shapes.js';

export interface ConditionalWrite {
  readonly call: CallInstruction;
  /** Where it is reported. */
  readonly place: SourceRange;
  /** What the condition compares with; none where the library or the server keeps the version. */
  readonly versions: readonly Temp[];
  /** What is written. */
  readonly values: readonly Temp[];
  readonly signals: Signals;
  /**
   * `version`: the call names a version; `watch`: a key is watched; `saving`: only its name says that it writes,
   * so that something else has to say that it can conflict.
   */
  readonly evidence: 'version' | 'watch' | 'saving';
  /** What is written is the object itself, as it was read. */
  readonly whole: boolean;
}

const THROWS: Signals = { throws: true, result: false };
const RESULT: Signals = { throws: false, result: true };
const EITHER: Signals = { throws: true, result: true };

type Recogniser = (call: CallInstruction, index: CodeIndex) => ConditionalWrite | undefined;

export function conditionalWriteOf(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  // What a function of this file does is looked at there.
  if (index.isInner(call) || call.construct || index.calleeForm(call)) return undefined;
  if (/^(?:then|catch|finally|setTimeout|setInterval|setImmediate)$/u.test(index.calledName(call) ?? '')) return undefined;
  for (const recognise of RECOGNISERS) {
    const found = recognise(call, index);
    if (found) return found;
  }
  return undefined;
}

/** `WATCH` … `MULTI` … `EXEC`: the queued writes count when nobody else has written the watched key. */
function watched(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  const name = index.calledName(call)?.toLowerCase();
  if (name !== 'exec' && name !== 'exectyped') return undefined;
  const form = index.siteOf(call)?.form;
  if (!form || !index.sites.some((site) => index.calledName(site.call)?.toLowerCase() === 'watch')) return undefined;
  const queued = queuedWrites(call, index);
  const [first] = queued;
  if (!first) return undefined;
  const values = queued.flatMap((each) => each.arguments.slice(1).map(({ value }) => value));
  return { call, place: first.at, versions: [], values, signals: EITHER, evidence: 'watch', whole: false };
}

const QUEUED = /^(?:set|hset|hmset|mset|setex|psetex|json\.set|zadd|setrange)$/u;

function queuedWrites(call: CallInstruction, index: CodeIndex): CallInstruction[] {
  const isWrite = (each: CallInstruction): boolean => QUEUED.test(index.calledName(each)?.toLowerCase() ?? '');
  const chained = chainOf(call, index).filter(isWrite);
  if (chained.length > 0 || call.callee.kind !== 'member') return chained;
  const variable = index.variableOf(call.callee.object);
  return index.sites
    .map((site) => site.call)
    .filter((each) => each.callee.kind === 'member' && isWrite(each) && variable !== undefined && index.variableOf(each.callee.object) === variable);
}

/** `kv.atomic().check(entry).set(key, value).commit()`, `etcd.if(key, 'Mod', '==', revision).then(put).commit()`. */
function checkedCommit(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  if (index.calledName(call) !== 'commit') return undefined;
  const chain = chainOf(call, index);
  const checks = chain.filter((each) => /^(?:check|if|and)$/u.test(index.calledName(each) ?? ''));
  if (checks.length === 0) return undefined;
  const versions = checks.flatMap((each) => {
    const [first] = each.arguments;
    if (index.calledName(each) === 'check') return first ? [entryOf(first.value, 'versionstamp', index) ?? first.value] : [];
    const last = each.arguments.at(-1);
    return last ? [last.value] : [];
  });
  const values = chain
    .filter((each) => !checks.includes(each))
    .flatMap((each) => each.arguments.map(({ value }) => value));
  return { call, place: call.at, versions, values, signals: RESULT, evidence: 'version', whole: false };
}

/** `db.update(t).set(values).where(and(eq(t.id, id), eq(t.version, version)))` and its kin. */
function builtQuery(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  const chain = chainOf(call, index);
  const writes = chain.filter((each) => QUERY_WRITES.test(index.calledName(each) ?? ''));
  const wheres = chain.filter((each) => QUERY_WHERES.test(index.calledName(each) ?? ''));
  if (writes.length === 0 || wheres.length === 0) return undefined;
  const versions = wheres.flatMap((each) => versionsInWhere(each, index));
  if (versions.length === 0) return undefined;
  const values = writes.flatMap((each) => each.arguments.map(({ value }) => value));
  return { call, place: call.at, versions, values, signals: RESULT, evidence: 'version', whole: false };
}

/** The values that a condition compares a version with. */
function versionsInWhere(where: CallInstruction, index: CodeIndex): Temp[] {
  const args = where.arguments.map(({ value }) => value);
  const [first, ...rest] = args;
  if (first === undefined) return [];
  const column = constantText(first, index);
  const last = rest.at(-1);
  if (column !== undefined && last !== undefined) {
    const name = /([\w]+)\W*$/u.exec(column)?.[1] ?? column;
    if (VERSION_NAME.test(name)) return [last];
    // `.where('id = :id AND version = :version', { id, version })`, `whereRaw('version = ?', [version])`.
    if (/=/u.test(column)) return versionsInSql(`update t set x ${column.replace(/^/u, 'where ')}`, { text: '', holes: [], values: last }, index);
    return [];
  }
  const own = entriesOf(first, index).filter(({ name }) => VERSION_NAME.test(name));
  if (own.length > 0) return own.map(({ value }) => value);
  return comparedVersions(where, index, 0);
}

/** `and(eq(t.id, id), eq(t.version, version))`, `(eb) => eb('version', '=', version)`. */
function comparedVersions(call: CallInstruction, index: CodeIndex, depth: number): Temp[] {
  if (depth > 4) return [];
  return call.arguments.flatMap(({ value }) => {
    const definition = index.program.definitions[value];
    if (definition?.op !== 'call') return [];
    const [column] = definition.arguments;
    const last = definition.arguments.at(-1);
    const name = column && (constantText(column.value, index) ?? index.nameOf(column.value));
    if (name !== undefined && last && last !== column && VERSION_NAME.test(name)) return [last.value];
    return comparedVersions(definition, index, depth + 1);
  });
}

/** `update({ where: { id, version }, data })`, `updateOne({ _id, version }, changes)`, `Model.update(values, { where })`. */
function updateByObject(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  const method = CONDITIONAL_METHODS.get(index.calledName(call) ?? '');
  const [first, second] = call.arguments;
  if (!method || !first) return undefined;
  const where = entryOf(first.value, 'where', index);
  const behind = second && entryOf(second.value, 'where', index);
  const condition = where ?? behind ?? first.value;
  const versions = versionEntries(condition, index).map(({ value }) => value);
  if (versions.length === 0) return undefined;
  const values = where !== undefined ? valuesIn(first.value, index) : behind !== undefined ? [first.value] : second ? [second.value] : [];
  const signals = method === 'result' || where === undefined ? RESULT : method === 'throws' ? THROWS : EITHER;
  return { call, place: call.at, versions, values, signals, evidence: 'version', whole: false };
}

/** The version stands in the condition itself, or in a condition on several columns. */
function versionEntries(condition: Temp, index: CodeIndex): Entry[] {
  return entriesOf(condition, index).flatMap((entry) => {
    if (VERSION_NAME.test(entry.name)) return [entry];
    const isJoint = entry.name === 'AND' || entry.name === '$and' || /_version$|_rev$/u.test(entry.name);
    if (!isJoint) return [];
    const inner = deepEntries(entry.value, index).filter(({ name }) => VERSION_NAME.test(name));
    return inner.length > 0 ? inner : [];
  });
}

function valuesIn(temp: Temp, index: CodeIndex): Temp[] {
  return entriesOf(temp, index)
    .filter(({ name }) => VALUES_NAME.test(name))
    .map(({ value }) => value);
}

/** `UPDATE docs SET … WHERE id = $1 AND version = $2`. */
function sqlUpdate(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  if (!call.tagged && !SQL_METHODS.test(index.calledName(call) ?? '') && !isRunOfStatement(call, index)) return undefined;
  const given = statementOf(call, index);
  const parsed = given && parseUpdate(given.text);
  if (!given || !parsed) return undefined;
  const versions = versionsInSql(given.text, given, index);
  const all = [...given.holes, ...paramsOf(given, index)];
  if (versions.length === 0) return { call, place: call.at, versions, values: all, signals: THROWS, evidence: 'saving', whole: false };
  const values = all.filter((value) => !versions.includes(value));
  return { call, place: call.at, versions, values, signals: RESULT, evidence: 'version', whole: false };
}

function isRunOfStatement(call: CallInstruction, index: CodeIndex): boolean {
  return chainOf(call, index).some((each) => index.calledName(each) === 'prepare');
}

/** SQL given to the call, or to the statement that it runs. */
function statementOf(call: CallInstruction, index: CodeIndex): GivenText | undefined {
  const prepared = chainOf(call, index).find((each) => index.calledName(each) === 'prepare');
  if (!prepared || prepared === call) return textOf(call, index);
  const text = textOf(prepared, index);
  return text && { ...text, holes: [...text.holes, ...call.arguments.map(({ value }) => value)] };
}

function paramsOf({ values }: GivenText, index: CodeIndex): readonly Temp[] {
  const list = elementsOf(values, index);
  return list.length > 0 ? list : entriesOf(values, index).map(({ value }) => value);
}

function versionsInSql(sql: string, given: GivenText, index: CodeIndex): Temp[] {
  const version = parseUpdate(sql)?.version;
  if (version === undefined) return [];
  if (version.startsWith('\0')) {
    const hole = given.holes[Number(version.slice(1))];
    return hole === undefined ? [] : [hole];
  }
  const params = paramsOf(given, index);
  if (version.startsWith('$')) return params.slice(Number(version.slice(1)) - 1).slice(0, 1);
  if (version === '?') {
    const position = sql.slice(0, sql.search(/["'`[]?\b\w*(?:version|revision|rev|etag|updated_?at|seq)\b["'`\]]?\s*=\s*\?(?![\s\S]*\bset\b)/iu)).split('?').length - 1;
    return [...(params.length > 0 ? params : given.holes)].slice(position, position + 1);
  }
  const named = entryOf(given.values, version.slice(1), index);
  return named === undefined ? [] : [named];
}

/** `If-Match`, `IfMatch`, `if_seq_no`, `cas`, `expectedVersion`: an option or a header with the version. */
function conditionOption(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  const name = index.calledName(call) ?? '';
  if (/^(?:get|find|read|log|info|warn|error|debug|stringify|parse|has)/u.test(name)) return undefined;
  const entries = call.arguments.flatMap(({ value }) => deepEntries(value, index));
  const versions = entries
    .filter((entry) => CONDITION_NAME.test(entry.name) && constantText(entry.value, index) === undefined)
    .map(({ value }) => value);
  const all = [...versions, ...expressionVersions(entries, index)];
  if (all.length === 0) return undefined;
  const values = call.arguments.map(({ value }) => value).filter((value) => !all.includes(value));
  const signals = name === 'fetch' ? RESULT : /^(?:set|cas)$/u.test(name) ? EITHER : EITHER;
  return { call, place: call.at, versions: all, values, signals, evidence: 'version', whole: false };
}

/** DynamoDB: the values that the condition's text names. */
function expressionVersions(entries: readonly Entry[], index: CodeIndex): Temp[] {
  const expression = entries.find(({ name }) => name === 'ConditionExpression');
  const text = expression && constantText(expression.value, index);
  if (text === undefined) return [];
  return entries
    .filter(({ name }) => name.startsWith(':') && new RegExp(`${name}\\b`, 'u').test(text))
    .map(({ value }) => value);
}

/** `kv.update(key, value, revision)`, `memcached.cas(key, value, cas, ttl)`, `putIfVersion(key, value, version)`. */
function versionArgument(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  const name = index.calledName(call) ?? '';
  if (!SAVING_METHOD.test(name) || call.arguments.length < 2) return undefined;
  const versions = call.arguments.slice(1).flatMap(({ value }) => {
    const named = index.nameOf(value);
    const isVersion = named !== undefined && (VERSION_NAME.test(named) || CONDITION_NAME.test(named) || /(?:Version|Revision|ETag|Etag|Rev)$/u.test(named));
    return isVersion ? [value] : [];
  });
  if (versions.length === 0) return undefined;
  const values = call.arguments.map(({ value }) => value).filter((value) => !versions.includes(value));
  return { call, place: call.at, versions, values, signals: EITHER, evidence: 'version', whole: false };
}

/** `doc.save()`, `em.flush()`, `repo.save(entity)`, `update({ where, data })`: the library knows the version, or nobody does. */
function saving(call: CallInstruction, index: CodeIndex): ConditionalWrite | undefined {
  const name = index.calledName(call) ?? '';
  const isRequest = isHttpWrite(call, index);
  if (!isRequest && !SAVING_METHOD.test(name)) return undefined;
  if (call.callee.kind === 'member' && name === 'set' && call.arguments.length < 2) return undefined;
  const args = call.arguments.map(({ value }) => value);
  const base = { call, place: call.at, versions: [], evidence: 'saving' } as const;
  if (args.length === 0 || name === 'save' || name === 'flush' || name === 'commit') {
    const [first] = args;
    const receiver = call.callee.kind === 'member' ? call.callee.object : undefined;
    const isEntity = first === undefined || isOptions(first, index);
    const value = isEntity ? receiver : first;
    const values = name === 'flush' || name === 'commit' ? entitiesChanged(call, index) : value === undefined ? [] : [value];
    return { ...base, values, signals: THROWS, whole: true };
  }
  const parts = args.flatMap((value) => {
    const inner = valuesIn(value, index);
    return inner.length > 0 ? inner : entryOf(value, 'where', index) === undefined ? [value] : [];
  });
  return { ...base, values: parts, signals: isRequest && name === 'fetch' ? RESULT : EITHER, whole: false };
}

function isOptions(temp: Temp, index: CodeIndex): boolean {
  return entriesOf(temp, index).some(({ name }) => /^(?:session|transaction|validateBeforeSave|reload|timestamps)$/u.test(name));
}

/** What a unit of work writes: the objects whose members the function has set. */
function entitiesChanged(call: CallInstruction, index: CodeIndex): Temp[] {
  const form = index.siteOf(call)?.form;
  const forms = [form, form?.parent].flatMap((each) => (each && each.kind !== 'module' ? [each] : []));
  return forms.flatMap((each) => each.sets.map(({ object }) => object));
}

function isHttpWrite(call: CallInstruction, index: CodeIndex): boolean {
  const name = index.calledName(call) ?? '';
  const method = call.arguments.map(({ value }) => entryOf(value, 'method', index)).find((value) => value !== undefined);
  const verb = constantText(method, index)?.toUpperCase();
  if (verb !== undefined) return verb === 'PUT' || verb === 'PATCH';
  const path = receiverPath(call, index);
  return /^(?:put|patch)$/u.test(name) && path.some((each) => /axios|http|got|ky|client|api|request/iu.test(each));
}

const RECOGNISERS: readonly Recogniser[] = [
  watched,
  checkedCommit,
  builtQuery,
  updateByObject,
  sqlUpdate,
  conditionOption,
  versionArgument,
  saving,
];
