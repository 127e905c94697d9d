/** Calls that read or write rows, by their shape: the accesses they make, for who asks what runs together. */
import {
  BUILDERS,
  CHOOSING,
  FILLING,
  MERGING,
  ROW_CALLS,
  ROW_LIBRARIES,
  ROWS,
  STATEMENTS,
  type RowArgument,
  type RowLibrary,
  type RowMethod,
  type RowOperation,
} from '../../stores/rows.js';
import type { CallInstruction, Temp } from '../lower/program.js';
import { receiverOf } from '../resources/receiver.js';
import { chainOf, isContinued, type Chain, type Link } from '../resources/row-chains.js';
import { parseStatement } from '../resources/statements.js';
import { importOf } from '../resources/exports.js';
import type { Term } from '../resources/terms.js';
import type { Call } from './calls.js';
import { commandRow } from './command-calls.js';
import { documentRow, objectRow } from './document-calls.js';
import { valueOf, type FlowAccess, type Value } from './value.js';
import type { Walk } from './walk.js';

export interface RowAccess {
  readonly operation: RowOperation;
  readonly table: Term;
  readonly where: Term;
  readonly columns: Value | undefined;
}

/** Notes the access that a call makes, if it is one; the call itself is evaluated as any other. */
export function noteRow(walk: Walk, call: Call): void {
  if (call.name === undefined || (!ROW_CALLS.has(call.name) && !isTemplate(call))) return;
  const { program } = walk.context.definitions;
  if (isContinued(call.instruction, program)) return;
  const row = rowOf(walk, call, chainOf(call.instruction, program));
  if (row) record(walk, call, row);
}

function isTemplate({ instruction }: Call): boolean {
  return instruction.tagged;
}

function rowOf(walk: Walk, call: Call, chain: Chain): RowAccess | undefined {
  return (
    statementRow(walk, call) ??
    commandRow(walk, call) ??
    objectRow(walk, call) ??
    documentRow(walk, call) ??
    builtRow(walk, chain) ??
    methodRow(walk, call, chain)
  );
}

/** `pool.query('UPDATE …', [id])`, `` sql`UPDATE … ${id}` ``. */
function statementRow(walk: Walk, call: Call): RowAccess | undefined {
  const [first, second] = call.args;
  if (!first || (!STATEMENTS.test(call.name ?? '') && !isTemplate(call))) return undefined;
  const holes = isTemplate(call) ? call.args.slice(1) : [];
  const parts = isTemplate(call) ? [...(first.parts?.values() ?? [])] : [];
  const written = isTemplate(call)
    ? parts
        .map(({ term }, index) => textOf(term) + (index < parts.length - 1 ? `$${index + 1}` : ''))
        .join('')
    : textOf(first.term);
  const statement = parseStatement(written);
  if (!statement) return undefined;
  let marks = 0;
  const values = isTemplate(call) ? holes : [...(second?.parts?.values() ?? [])];
  const valueAt = (text: string): Value => {
    const index = /^\$(\d+)/u.exec(text)?.[1];
    if (text.startsWith('?')) return values[marks++] ?? valueOf(walk.terms.made(call.instruction.to));
    if (index !== undefined)
      return values[Number(index) - 1] ?? valueOf(walk.terms.made(call.instruction.to));
    return valueOf(walk.terms.constant(text));
  };
  const columns = new Map([...statement.columns].map(([name, text]) => [name, valueAt(text)]));
  const compared = [...(statement.where ?? [])].flatMap(([name, text]) => [
    walk.terms.constant(name),
    valueAt(text).term,
  ]);
  const rest =
    statement.condition === undefined
      ? []
      : [walk.terms.constant('…'), walk.terms.constant(statement.condition)];
  return {
    operation: statement.operation,
    table: walk.terms.constant(statement.table),
    where: walk.terms.compute('where', [...compared, ...rest]),
    columns: valueOf(walk.terms.made(call.instruction.to), undefined, columns),
  };
}

/** The constant parts of a text, with `${}` for the others. */
function textOf(term: Term): string {
  if (term.kind === 'constant') return typeof term.value === 'string' ? term.value : '';
  if (term.kind !== 'concat') return '';
  return term.parts.map((part) => (part.kind === 'constant' ? String(part.value) : '${}')).join('');
}

/** `db.update(table).set({…}).where(…)`, `knex('table').where({…}).del()`, `client.from('table').delete().eq(…)`. */
function builtRow(walk: Walk, { links, root, rootName }: Chain): RowAccess | undefined {
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

function comparedIn(walk: Walk, value: Value): readonly Term[] {
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

/** `prisma.user.update({ where, data })`, `Users.updateOne(filter, change)`, `repository.delete({ id })`. */
function methodRow(walk: Walk, call: Call, { links, rootName }: Chain): RowAccess | undefined {
  const last = links.findLastIndex(
    (link) => link.call !== undefined && !/^(?:exec|returning|lean|session)$/u.test(link.name),
  );
  const link = links[last];
  if (
    !link?.call ||
    links
      .slice(0, last)
      .some((each) => each.call && each.name !== 'collection' && each.name !== 'getRepository')
  )
    return undefined;
  const path = [rootName ?? '', ...links.slice(0, last).map(({ name }) => name)];
  const args = link.call.arguments.map(({ value }) => walk.read(value));
  for (const library of ROW_LIBRARIES) {
    const method = library.methods[link.name];
    const owner = library.delegate ? path.at(-2) : path.at(-1);
    if (!method || owner === undefined) continue;
    if (!library.receiver.test(owner) && !isOfType(walk, link.call, library)) continue;
    if (library.delegate && path.length < 2) continue;
    const [first] = args;
    if (library.properties && first && !library.properties.some((name) => first.parts?.has(name))) continue;
    if (!library.delegate && !first && method.operation !== 'delete') continue;
    if (library.asksForRows && method.where && !argumentOf(method.where, args)) continue;
    const { callee } = link.call;
    if (callee.kind !== 'member' || isOfPackage(walk.read(callee.object).term)) continue;
    const name = path.at(-1) ?? '';
    return {
      operation: method.operation,
      table: library.delegate ? walk.terms.constant(name) : tableOf(walk, callee.object),
      where: whereOf(walk, method, args),
      columns: method.columns && argumentOf(method.columns, args),
    };
  }
  return undefined;
}

/** The receiver, or for a delegate what it belongs to, is declared as what the library gives. */
function isOfType(walk: Walk, { callee }: CallInstruction, { types, delegate }: RowLibrary): boolean {
  if (!types || callee.kind !== 'member') return false;
  const term = walk.read(callee.object).term;
  const owner = delegate ? (term.kind === 'member' ? term.object : undefined) : term;
  const type = owner && walk.context.receivers.objects.typeOf(owner);
  return type?.kind === 'named' && types.test(type.name);
}

/** What a package exports is no model of the project's, whatever its name. */
function isOfPackage(term: Term): boolean {
  return term.kind === 'import' && !/^(?:[./~#]|@\/)/u.test(term.source);
}

function tableOf(walk: Walk, object: Temp): Term {
  return walk.read(object).term;
}

function whereOf(walk: Walk, method: RowMethod, args: readonly Value[]): Term {
  const given = method.where && argumentOf(method.where, args);
  if (!given) return walk.terms.compute('where', []);
  if (given.parts) return walk.terms.compute('where', comparedIn(walk, given));
  const isId = method.byId === true || given.term.kind === 'parameter' || given.term.kind === 'constant';
  return walk.terms.compute('where', [walk.terms.constant(isId ? 'id' : '…'), given.term]);
}

function argumentOf({ at, property }: RowArgument, args: readonly Value[]): Value | undefined {
  const argument = args[at];
  return property === undefined ? argument : argument?.parts?.get(property);
}

function record(walk: Walk, call: Call, row: RowAccess): void {
  const { state } = walk;
  const access: FlowAccess = {
    operation:
      row.operation === 'create' ? 'conditional' : row.operation === 'upsert' ? 'write' : row.operation,
    condition: row.operation === 'create' ? 'absent' : 'none',
    receiver: receiverOf(ROWS, 'client', 'resolved', row.table),
    method: call.name ?? 'query',
    key: row.where,
    many: false,
    field: undefined,
    written: row.columns,
    changedInPlace: false,
    instruction: call.instruction,
    form: walk.form,
    guards: state.guards,
    control: state.control,
    suspensions: state.suspensions,
    waited: state.waited,
    decisions: state.decisions,
    ...(walk.left && { via: walk.left }),
    validated: false,
    keyInValue: false,
    sync: false,
    afterDelete: false,
    result: call.term,
    outcome: { checked: false },
  };
  walk.accesses.push(access);
}
