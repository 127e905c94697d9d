/**
 * PostgreSQL's advisory locks. A session holds them, or a transaction does; a pool gives each query a session
 * of its own choice. Source: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import type { Certainty } from '../../race.js';
import { importOf } from '../../resources/exports.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { calledName } from './pauses.js';
import { textOfKey } from './words.js';

const ACQUIRES = /\bpg_(?:try_)?advisory_(xact_)?lock(?:_shared)?\s*\(/iu;
const RELEASES = /\bpg_advisory_unlock(?:_shared|_all)?\s*\(/iu;

/** A query that takes an advisory lock, or lets go of one. */
export interface AdvisoryCall {
  readonly form: FunctionForm;
  readonly call: CallInstruction;
  readonly action: 'acquire' | 'release';
  readonly lasts: 'session' | 'transaction';
  /** What runs the query. */
  readonly runner: Term;
}

export function advisoryCalls(context: RaceContext): readonly AdvisoryCall[] {
  const { program, flow } = context;
  const found: AdvisoryCall[] = [];
  for (const form of program.functions) {
    for (const call of form.calls) {
      const { callee } = call;
      if (callee.kind === 'super') continue;
      const text = call.arguments.map(({ value }) => textOf(value, context)).join(' ');
      const taken = ACQUIRES.exec(text);
      if (!taken && !RELEASES.test(text)) continue;
      const runner = flow.definitions.termOf(callee.kind === 'member' ? callee.object : callee.value);
      const lasts = taken?.[1] ? 'transaction' : 'session';
      found.push({ form, call, action: taken ? 'acquire' : 'release', lasts, runner });
    }
  }
  // A fragment that another call runs is not run by itself.
  const inner = new Set(found.flatMap(({ call }) => argumentsWithin(call, context)));
  return found.filter(({ call }) => !inner.has(call.to) && isRun(call, context));
}

/** How sure it is that a pool runs a query; undefined where a session of one's own does. */
export function poolCertainty(runner: Term, { program, flow }: RaceContext): Certainty | undefined {
  const made = flow.receivers.madeBy(runner) ?? runner;
  if (made.kind === 'call') {
    const origin = importOf(made.callee);
    if (origin && POOLS[packageOf(origin.source)]?.test([origin.name, ...membersOf(made.callee)].join('.')))
      return made.arguments.some((argument) => isOneClient(argument)) ? undefined : 'certain';
    // `await pool.connect()` lends a session.
    if (made.callee.kind === 'member') return undefined;
  }
  const type = annotationOf(runner);
  if (type !== undefined)
    return /^(?:Pool|PrismaClient|DataSource|Knex|Sequelize)$/u.test(type) ? 'certain' : undefined;
  const name = textOfKey(runner).trim().split(' ').at(-1) ?? '';
  if (/^_?(?:pg|db|client)?pool$|^_?prisma(?:Client|Service)?$/iu.test(name)) return 'likely';
  return /^_?(?:db|database|knex|dataSource|sequelize)$/iu.test(name) ? 'possible' : undefined;

  /** `new Pool({ max: 1 })`, `drizzle(new Client())` */
  function isOneClient(argument: Term): boolean {
    const given = flow.receivers.madeBy(argument);
    const origin = given?.kind === 'call' ? importOf(given.callee) : undefined;
    if (origin?.source === 'pg' && /Client$/u.test(origin.name)) return true;
    const options = flow.definitions.objectOf(argument);
    return (
      options?.entries.some(
        (entry) =>
          entry.kind === 'property' &&
          'name' in entry.property &&
          entry.property.name === 'max' &&
          isOne(program.definitions[entry.value]),
      ) ?? false
    );
  }
}

/** What each package exports that keeps several sessions. */
const POOLS: Readonly<Record<string, RegExp>> = {
  pg: /Pool$/u,
  '@neondatabase/serverless': /Pool$/u,
  '@vercel/postgres': /./u,
  postgres: /./u,
  knex: /./u,
  typeorm: /DataSource|createConnection/u,
  sequelize: /Sequelize|default/u,
  '@prisma/client': /PrismaClient$/u,
  'drizzle-orm': /drizzle$/u,
  slonik: /createPool/u,
};

function packageOf(source: string): string {
  return source.startsWith('@') ? source.split('/').slice(0, 2).join('/') : (source.split('/')[0] ?? source);
}

function membersOf(callee: Term): string[] {
  return callee.kind === 'member' ? [...membersOf(callee.object), callee.name] : [];
}

function isOne(definition: RaceContext['program']['definitions'][number]): boolean {
  return definition?.op === 'literal' && definition.value === 1;
}

function annotationOf(term: Term): string | undefined {
  if (term.kind === 'parameter') {
    const type = term.form.parameterForms[term.index]?.annotation;
    return type?.kind === 'named' ? type.name : undefined;
  }
  if (term.kind === 'variable') {
    const type = term.variable.annotation;
    return type?.kind === 'named' ? type.name : undefined;
  }
  if (term.kind === 'member' && term.object.kind === 'this' && 'fieldTypes' in term.object.owner) {
    const type = term.object.owner.fieldTypes.get(term.name);
    return type?.kind === 'named' ? type.name : undefined;
  }
  return undefined;
}

/** The constant text of a query, in whatever way it is put together. */
function textOf(temp: Temp, context: RaceContext, depth = 0): string {
  if (depth > 6) return '';
  const inner = (each: Temp): string => textOf(each, context, depth + 1);
  const definition = context.program.definitions[temp];
  switch (definition?.op) {
    case 'literal':
      return typeof definition.value === 'string' ? definition.value : '';
    case 'array':
      return definition.elements.map(({ value }) => inner(value)).join(' ');
    case 'compute':
      return definition.operands.map(inner).join('');
    case 'object':
      return definition.entries.map((entry) => inner(entry.value)).join(' ');
    case 'call':
      return definition.tagged ? definition.arguments.map(({ value }) => inner(value)).join(' ') : '';
    case 'load': {
      const [write, ...others] = definition.variable.writes;
      return write !== undefined && others.length === 0 ? inner(write) : '';
    }
    default:
      return '';
  }
}

function argumentsWithin(call: CallInstruction, { program }: RaceContext): Temp[] {
  return call.arguments.flatMap(({ value }) => {
    const definition = program.definitions[value];
    if (definition?.op !== 'load') return [value];
    return [value, ...definition.variable.writes];
  });
}

/** A tag that only builds text, from a query builder, runs nothing. */
function isRun(call: CallInstruction, { program, flow }: RaceContext): boolean {
  if (/^(?:log|debug|info|warn|error)$/u.test(calledName(call, program) ?? '')) return false;
  if (!call.tagged || call.callee.kind !== 'value') return true;
  const tag = importOf(flow.definitions.termOf(call.callee.value));
  return !tag || /^(?:postgres|@vercel\/postgres)$/u.test(tag.source);
}
