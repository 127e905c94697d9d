/**
 * Rows with an embedding that a statement of SQL writes over those of the same id: `INSERT … ON CONFLICT (id) DO …`.
 * Without that clause the second insert fails, and nobody loses a record in silence.
 */
import { STATEMENTS } from '../../../stores/rows.js';
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { Origins } from '../../resources/origins.js';
import { chainOf } from '../../resources/row-chains.js';
import { parseStatement } from '../../resources/statements.js';
import type { Term } from '../../resources/terms.js';
import type { Records } from './records.js';

const EMBEDDINGS = /^(?:\w+_)?(?:embeddings?|vectors?)(?:_\w+)?$/u;
/** Links of query builders that make an insert a write over what is there: Drizzle's, Kysely's, Knex'. */
const OVERWRITES = /^(?:onConflictDoUpdate|onDuplicateKeyUpdate|onConflict|merge)$/u;

/** The ids of the rows that a call writes over: where they are made, or what the statement itself says. */
export interface RowIds {
  readonly ids: readonly Temp[];
  readonly literal?: string;
}

/** Whether a text may hold such a statement at all. */
export function mayHoldStatements(text: string): boolean {
  return /\bon\s?(?:conflict|duplicate\s?key)/iu.test(text) && /embedding|vector/iu.test(text);
}

export function rowIdsOf(call: CallInstruction, origins: Origins, records: Records): RowIds | undefined {
  const name = origins.methodName(call);
  if (name !== undefined && OVERWRITES.test(name)) return builtIdsOf(call, origins, records);
  return call.tagged || (name !== undefined && STATEMENTS.test(name))
    ? statementIdsOf(call, origins)
    : undefined;
}

/** `db.insert(chunks).values(rows).onConflictDoUpdate(…)`. */
function builtIdsOf(call: CallInstruction, origins: Origins, records: Records): RowIds | undefined {
  const { links } = chainOf(call, origins.definitions.program);
  const given = links.findLast(({ name }) => name === 'values' || name === 'insert')?.call;
  if (!given) return undefined;
  const at = (name: string): readonly Temp[] =>
    records.at(given, {
      first: [
        { at: 0, path: ['*', name] },
        { at: 0, path: [name] },
      ],
    });
  const holds = ['embedding', 'embeddings', 'vector'].some((name) => at(name).length > 0);
  return holds ? { ids: at('id') } : undefined;
}

function statementIdsOf(call: CallInstruction, origins: Origins): RowIds | undefined {
  const { text, values } = call.tagged ? taggedOf(call, origins) : statementOf(call, origins);
  if (!/\son (?:conflict|duplicate key)\s/iu.test(text.replace(/\s+/gu, ' '))) return undefined;
  const statement = parseStatement(text);
  if (statement?.operation !== 'upsert') return undefined;
  const { columns } = statement;
  if (![...columns.keys()].some((column) => EMBEDDINGS.test(column))) return undefined;
  const id = columns.get('id');
  if (id === undefined) return undefined;
  const place = /^\$(\d+)/u.exec(id)?.[1];
  const marks = [...columns].filter(([, value]) => value.startsWith('?')).map(([column]) => column);
  const index = place === undefined ? marks.indexOf('id') : Number(place) - 1;
  if (index >= 0) {
    const value = values[index];
    return value === undefined ? undefined : { ids: [value] };
  }
  // A text or a number; a function of the data base makes a new one.
  const literal = /^'([^']*)'(?:::\w+)?$|^(\d+)$/u.exec(id);
  return literal ? { ids: [], literal: literal[1] ?? literal[2] ?? id } : undefined;
}

interface Given {
  readonly text: string;
  readonly values: readonly Temp[];
}
const NOTHING: Given = { text: '', values: [] };

/** `` sql`INSERT … ${id}` ``: each value that stands in it is numbered. */
function taggedOf(call: CallInstruction, origins: Origins): Given {
  const [parts, ...holes] = call.arguments;
  const [made] = parts ? origins.of(parts.value) : [];
  if (made?.op !== 'array') return NOTHING;
  const texts = made.elements.map(({ value }) => textOf(origins.termOf(value)));
  const text = texts
    .map((part, index) => (index < texts.length - 1 ? `${part}$${index + 1}` : part))
    .join('');
  return { text, values: holes.map(({ value }) => value) };
}

/** `query(text, values)`, `query({ text, values })`, `execute({ sql, args })`, `$executeRawUnsafe(text, ...values)`. */
function statementOf(call: CallInstruction, origins: Origins): Given {
  const [first, second] = call.arguments;
  if (!first) return NOTHING;
  const [written] = ['text', 'sql'].flatMap((name) => origins.propertiesOf(first.value, name));
  if (written !== undefined) {
    const [list] = ['values', 'args'].flatMap((name) => origins.propertiesOf(first.value, name));
    return { text: textOf(origins.termOf(written)), values: elementsOf(list, origins) };
  }
  const values = /Unsafe$/u.test(origins.methodName(call) ?? '')
    ? call.arguments.slice(1).map(({ value }) => value)
    : elementsOf(second?.value, origins);
  return { text: textOf(origins.termOf(first.value)), values };
}

function elementsOf(list: Temp | undefined, origins: Origins): readonly Temp[] {
  const [made] = list === undefined ? [] : origins.of(list);
  if (made?.op !== 'array' || made.elements.some(({ spread }) => spread)) return [];
  return made.elements.map(({ value }) => value);
}

/** The constant parts of a text. */
function textOf(term: Term): string {
  if (term.kind === 'constant') return typeof term.value === 'string' ? term.value : '';
  if (term.kind !== 'concat') return '';
  return term.parts.map((part) => (part.kind === 'constant' ? String(part.value) : '${}')).join('');
}
