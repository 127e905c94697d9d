/**
 * Statements of SQL, as far as it takes to tell which rows of which table they write: the leading verb, the table,
 * columns that are set, and a condition of equalities. All else is kept as text.
 */
import type { RowOperation } from '../../stores/rows.js';

export interface Statement {
  readonly operation: RowOperation;
  readonly table: string;
  /** What columns are compared with, as written; undefined for all rows. */
  readonly where: ReadonlyMap<string, string> | undefined;
  /** A part of the condition that is no equality. */
  readonly condition?: string;
  /** What columns are set to, as written; those that are computed from themselves are left out. Of a query those asked for. */
  readonly columns: ReadonlyMap<string, string>;
}

const NAME = String.raw`["\x60]?([\w.]+)["\x60]?`;
const VERBS: readonly (readonly [RegExp, RowOperation])[] = [
  [new RegExp(String.raw`^\s*update\s+${NAME}\s+set\s`, 'iu'), 'write'],
  [new RegExp(String.raw`^\s*delete\s+from\s+${NAME}`, 'iu'), 'delete'],
  [new RegExp(String.raw`^\s*truncate\s+(?:table\s+)?${NAME}`, 'iu'), 'delete'],
  [new RegExp(String.raw`^\s*(?:insert\s+into|replace\s+into)\s+${NAME}`, 'iu'), 'create'],
  [new RegExp(String.raw`^\s*select\s[^;]*?\sfrom\s+${NAME}`, 'iu'), 'read'],
];

export function parseStatement(text: string): Statement | undefined {
  const plain = text.replace(/\s+/gu, ' ').trim();
  for (const [pattern, operation] of VERBS) {
    const table = pattern.exec(plain)?.[1];
    if (table === undefined) continue;
    const condition = /\swhere\s(.*?)(?:\s(?:returning|order by|limit|group by|for update)\b.*)?;?$/iu.exec(
      plain,
    )?.[1];
    const changes = /\son (?:conflict|duplicate key)\b/iu.test(plain);
    return {
      operation: operation === 'create' && changes ? 'upsert' : operation,
      table: table.toLowerCase(),
      ...conditionOf(condition),
      columns: columnsIn(plain, operation),
    };
  }
  return undefined;
}

function columnsIn(text: string, operation: RowOperation): ReadonlyMap<string, string> {
  if (operation === 'read') return askedIn(text);
  return operation === 'write' ? assignedIn(text) : insertedIn(text);
}

/** The columns that a query asks for by their names; `*` for all, and for what is computed. */
function askedIn(text: string): ReadonlyMap<string, string> {
  const list = /^select\s(.*?)\sfrom\s/iu.exec(text)?.[1] ?? '*';
  const names = list.split(',').map((each) => /^\s*["\x60]?([\w.]+)["\x60]?\s*$/u.exec(each)?.[1]);
  return new Map(names.map((name) => [name === undefined ? '*' : columnOf(name), ''] as const));
}

function conditionOf(text: string | undefined): Pick<Statement, 'where' | 'condition'> {
  if (text === undefined) return { where: undefined };
  const where = new Map<string, string>();
  const others: string[] = [];
  for (const part of text.split(/\sand\s/iu)) {
    const equality = /^\(?\s*["\x60]?([\w.]+)["\x60]?\s*=\s*(\S+?)\s*\)?$/u.exec(part);
    if (equality?.[1] !== undefined && equality[2] !== undefined)
      where.set(columnOf(equality[1]), equality[2]);
    else others.push(part.trim());
  }
  return { where, ...(others.length > 0 && { condition: others.join(' and ') }) };
}

function assignedIn(text: string): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  const body = /\sset\s(.*?)(?:\s(?:where|returning|from)\s.*)?$/iu.exec(text)?.[1] ?? '';
  for (const part of body.split(/,(?![^(]*\))/u)) {
    const [, column, value] = /^\s*["\x60]?([\w.]+)["\x60]?\s*=\s*(.*?)\s*;?$/u.exec(part) ?? [];
    if (column === undefined || value === undefined) continue;
    if (!new RegExp(String.raw`\b${column}\b`, 'iu').test(value)) columns.set(columnOf(column), value);
  }
  return columns;
}

function insertedIn(text: string): ReadonlyMap<string, string> {
  const [, names = '', values = ''] = /\(([^)]*)\)\s*values\s*\(([^)]*)\)/iu.exec(text) ?? [];
  const given = values.split(',');
  return new Map(
    names.split(',').flatMap((name, index) => {
      const value = given[index]?.trim();
      return name.trim() === '' || value === undefined ? [] : [[columnOf(name.trim()), value] as const];
    }),
  );
}

function columnOf(name: string): string {
  return (name.split('.').at(-1) ?? name).replace(/["\x60]/gu, '').toLowerCase();
}
