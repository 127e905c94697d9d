/** Rows that a query builder reads or writes: Drizzle, Knex, Kysely, Supabase and their like, by the links of a chain. */
import { BUILDERS, CHOOSING, FILLING, MERGING } from '../../stores/rows.js';
import { importOf } from '../resources/exports.js';
import type { Chain, Link } from '../resources/row-chains.js';
import type { Term } from '../resources/terms.js';
import type { RowAccess } from './row-calls.js';
import type { Value } from './value.js';
import type { Walk } from './walk.js';

/** `db.update(table).set({…}).where(…)`, `knex('table').where({…}).del()`, `client.from('table').delete().eq(…)`. */
export function builtRow(walk: Walk, { links, root, rootName }: Chain): RowAccess | undefined {
  const start = links.findIndex((link) => link.call !== undefined && BUILDERS[link.name] !== undefined);
  const begun = links[start];
  if (!begun?.call || (links.length < 2 && !deletesTable(walk, begun, rootName))) return undefined;
  const before = links[start - 1];
  const [argument] = begun.call.arguments;
  // The table stands in a call of its own, before the verb or among the conditions, or in the verb's.
  const earlier = links.slice(0, start).find((link) => link.call && /^(?:\(\)|from|table)$/u.test(link.name));
  const isOwn =
    before?.call === undefined &&
    (links.length > start + 1 || deletesTable(walk, begun, rootName ?? before?.name));
  const own = earlier?.call ?? (isOwn ? begun.call : undefined);
  const [named] = own?.arguments ?? [];
  if (!own || !named || root === undefined) return undefined;
  const isFirst = own === begun.call;
  const table = walk.read(named.value).term;
  if (!isTable(table)) return undefined;
  const filled =
    links.find((link) => link.call && FILLING.test(link.name))?.call?.arguments[0] ??
    (isFirst ? undefined : argument);
  const operation = BUILDERS[begun.name];
  if (!operation) return undefined;
  const merges = links.some((link) => MERGING.test(link.name));
  return {
    operation: operation === 'create' && merges ? 'upsert' : operation,
    table,
    where: chosen(walk, links),
    columns: filled && operation !== 'delete' ? walk.read(filled.value) : undefined,
  };
}

/** `db.delete(table)`: all rows; what else is deleted from is a container, by a key. */
function deletesTable(walk: Walk, { name, call }: Link, owner: string | undefined): boolean {
  const [table] = call?.arguments ?? [];
  if (name !== 'delete' || !table || !/^(?:db|tx|trx|database|drizzle)$/iu.test(owner ?? '')) return false;
  return importOf(walk.read(table.value).term) !== undefined;
}

/** A name, an imported table, or a constant that holds one. */
function isTable(term: Term): boolean {
  if (term.kind === 'constant') return typeof term.value === 'string';
  return (
    term.kind === 'import' ||
    (term.kind === 'variable' && term.variable.owner.kind === 'module') ||
    (term.kind === 'member' && isTable(term.object)) ||
    term.kind === 'call'
  );
}

function chosen(walk: Walk, links: readonly Link[]): Term {
  const compared: Term[] = [];
  for (const link of links) {
    if (!link.call) continue;
    const args = link.call.arguments.map(({ value }) => walk.read(value));
    if (CHOOSING.test(link.name)) compared.push(...comparison(walk, args));
    else if (
      /^(?:in|neq|gt|gte|lt|lte|like|not|whereIn|whereNot|whereNull|orWhere|filter|or|is)\w*$/u.test(
        link.name,
      )
    )
      compared.push(walk.terms.constant('…'), walk.read(link.call.to).term);
  }
  return walk.terms.compute('where', compared);
}

function comparison(walk: Walk, args: readonly Value[]): readonly Term[] {
  const [first, second, third] = args;
  if (!first) return [];
  if (first.parts) return comparedIn(walk, first);
  if (second && first.term.kind === 'constant') {
    if (!third) return [first.term, second.term];
    return second.term.kind === 'constant' && second.term.value === '='
      ? [first.term, third.term]
      : [walk.terms.constant('…'), walk.terms.compute('{}', [first.term, second.term, third.term])];
  }
  return condition(walk, first.term);
}

/** `and(eq(table.id, id), …)` of Drizzle. */
function condition(walk: Walk, term: Term): readonly Term[] {
  if (term.kind === 'call') {
    const name = importOf(term.callee)?.name;
    const [column, value] = term.arguments;
    if (name === 'and') return term.arguments.flatMap((each) => condition(walk, each));
    if (name === 'eq' && column?.kind === 'member' && value) return [walk.terms.constant(column.name), value];
  }
  return [walk.terms.constant('…'), term];
}

export function comparedIn(walk: Walk, value: Value): readonly Term[] {
  const own = [...(value.parts ?? [])].flatMap(([name, part]) =>
    part.parts
      ? [
          walk.terms.constant('…'),
          walk.terms.compute('{}', [walk.terms.constant(name), ...comparedIn(walk, part)]),
        ]
      : [walk.terms.constant(name), part.term],
  );
  const isOpen = value.sources.size > 0 || value.computed !== undefined;
  return isOpen ? [...own, walk.terms.constant('…'), value.term] : own;
}
