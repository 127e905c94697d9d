/** Updates of rows by a version column: query builders, and objects of columns. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import {
  CONDITIONAL_METHODS,
  QUERY_WHERES,
  QUERY_WRITES,
  VALUES_NAME,
  VERSION_NAME,
} from '../../../../stores/conditional-writes.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { chainOf, constantText, deepEntries, elementsOf, entriesOf, entryOf, type Entry } from '../../../resources/code/shapes.js';
import { EITHER, RESULT, THROWS, type ConditionalWrite } from './conditional-write.js';
import { versionsInSql } from './sql.js';
/** `db.update(t).set(values).where(and(eq(t.id, id), eq(t.version, version)))` and its kin. */
export function builtQuery(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  const chain = chainOf(call, index);
  const writes = chain.filter((each) => QUERY_WRITES.test(index.calledName(each) ?? ''));
  const wheres = chain.filter((each) => QUERY_WHERES.test(index.calledName(each) ?? ''));
  if (writes.length === 0 || wheres.length === 0) return undefined;
  const versions = wheres.flatMap((each) => versionsInWhere(each, index));
  const values = writes.flatMap((each) => each.arguments.map(({ value }) => value));
  if (versions.length > 0)
    return { call, place: call.at, versions, values, signals: RESULT, evidence: 'version', whole: false };
  return { call, place: call.at, versions, values, signals: THROWS, evidence: 'saving', whole: false };
}

/** The values that a condition compares a version with. */
function versionsInWhere(where: CallInstruction, index: ProgramIndex): Temp[] {
  const args = where.arguments.map(({ value }) => value);
  const [first, ...rest] = args;
  if (first === undefined) return [];
  const column = constantText(first, index);
  const last = rest.at(-1);
  if (column !== undefined && last !== undefined) {
    const name = /([\w]+)\W*$/u.exec(column)?.[1] ?? column;
    if (VERSION_NAME.test(name)) return [last];
    // `.where('id = :id AND version = :version', { id, version })`, `whereRaw('version = ?', [version])`.
    if (/=/u.test(column))
      return versionsInSql(
        `update t set x ${column.replace(/^/u, 'where ')}`,
        { text: '', holes: [], values: last },
        index,
      );
    return [];
  }
  const own = entriesOf(first, index).filter(({ name }) => VERSION_NAME.test(name));
  if (own.length > 0) return own.map(({ value }) => value);
  return comparedVersions(where, index, 0);
}

/** `and(eq(t.id, id), eq(t.version, version))`, `(eb) => eb('version', '=', version)`. */
function comparedVersions(call: CallInstruction, index: ProgramIndex, depth: number): Temp[] {
  if (depth > 4) return [];
  return call.arguments.flatMap(({ value }) => {
    const definition = index.madeBy(value);
    if (definition?.op !== 'call') return [];
    const [column] = definition.arguments;
    const last = definition.arguments.at(-1);
    const name = column && (constantText(column.value, index) ?? index.nameOf(column.value));
    if (name !== undefined && last && last !== column && VERSION_NAME.test(name)) return [last.value];
    return comparedVersions(definition, index, depth + 1);
  });
}

/** `update({ where: { id, version }, data })`, `updateOne({ _id, version }, changes)`, `Model.update(values, { where })`. */
export function updateByObject(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  const method = CONDITIONAL_METHODS.get(index.calledName(call) ?? '');
  const [first, second] = call.arguments;
  if (!method || !first) return undefined;
  const where = entryOf(first.value, 'where', index);
  const behind = second && entryOf(second.value, 'where', index);
  const condition = where ?? behind ?? first.value;
  const versions = versionEntries(condition, index).map(({ value }) => value);
  if (versions.length === 0) return undefined;
  const values =
    where !== undefined
      ? valuesIn(first.value, index)
      : behind !== undefined
        ? [first.value]
        : second
          ? [second.value]
          : [];
  const signals = method === 'result' || where === undefined ? RESULT : method === 'throws' ? THROWS : EITHER;
  return { call, place: call.at, versions, values, signals, evidence: 'version', whole: false };
}

/** The version stands in the condition itself, or in a condition on several columns. */
function versionEntries(condition: Temp, index: ProgramIndex): Entry[] {
  return entriesOf(condition, index).flatMap((entry) => {
    if (VERSION_NAME.test(entry.name)) return [entry];
    const isJoint = entry.name === 'AND' || entry.name === '$and' || /_version$|_rev$/u.test(entry.name);
    if (!isJoint) return [];
    const inner = deepEntries(entry.value, index).filter(({ name }) => VERSION_NAME.test(name));
    return inner.length > 0 ? inner : [];
  });
}

export function valuesIn(temp: Temp, index: ProgramIndex): Temp[] {
  return entriesOf(temp, index)
    .filter(({ name }) => VALUES_NAME.test(name))
    .map(({ value }) => value);
}


/** `$transaction([db.account.update({ … }), …])`, `db.batch([…])`: the queries run when the list is handed over. */
export function transactionList(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  if (!/^(?:\$transaction|transaction|batch)$/u.test(index.calledName(call) ?? '')) return undefined;
  const queries = elementsOf(call.arguments[0]?.value, index).flatMap((element) => {
    const made = index.madeBy(element);
    return made?.op === 'call' && CONDITIONAL_METHODS.has(index.calledName(made) ?? '') ? [made] : [];
  });
  if (queries.length === 0) return undefined;
  const own = queries.flatMap((query) => updateByObject(query, index) ?? []);
  const versions = own.flatMap((each) => each.versions);
  const values = queries.flatMap((query) =>
    query.arguments.flatMap(({ value }) => {
      const inner = valuesIn(value, index);
      return inner.length > 0 ? inner : [value];
    }),
  );
  const evidence = versions.length > 0 ? 'version' : 'saving';
  return { call, place: call.at, versions, values, signals: THROWS, evidence, whole: false, queries };
}
