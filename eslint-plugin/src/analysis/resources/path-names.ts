/** What makes a path one that others can name, too. */
import type { Program } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { importOf } from './exports.js';
import { isOfUniquePackage, isPrivateKey } from './keys.js';
import { namesIn } from './term-names.js';
import type { Term } from './terms.js';

/**
 * What a part of a path holds.
 * - `fixed`: the same in every execution on a host;
 * - `process`, `clock`, `random`: predictable, or rarely different;
 * - `varies`: what callers pass, or what the file does not show;
 * - `unique`: nobody else has it.
 */
export type Part = 'fixed' | 'process' | 'clock' | 'random' | 'varies' | 'unique';

/** Parts of parts are looked at this deep. */
const MAX_DEPTH = 12;

/** The kinds of parts that a path is made of. */
export function partsOf(path: Term, definitions: Definitions): ReadonlySet<Part> {
  const parts = new Set<Part>();
  collect(path, definitions, parts, 0);
  return parts;
}

function collect(term: Term, definitions: Definitions, parts: Set<Part>, depth: number): void {
  const { program } = definitions;
  if (depth > MAX_DEPTH) {
    parts.add('varies');
    return;
  }
  const inner = (each: Term): void => {
    collect(each, definitions, parts, depth + 1);
  };
  const own = ownPart(term, program);
  if (own) {
    parts.add(own);
    return;
  }
  if (isOfUniquePackage(term) || (term.kind === 'made' && isPrivateKey(term, program))) {
    parts.add('unique');
    return;
  }
  switch (term.kind) {
    case 'constant':
    case 'global':
    case 'import':
      parts.add('fixed');
      return;
    case 'variable': {
      const [only, ...others] = term.variable.writes;
      const value = only === undefined || others.length > 0 ? undefined : definitions.termOf(only);
      if (!value || value === term || term.variable.kind === 'parameter') parts.add('varies');
      else inner(value);
      return;
    }
    case 'member':
      if (isEnvironment(term)) parts.add('fixed');
      else inner(term.object);
      return;
    case 'concat':
      for (const part of term.parts) inner(part);
      return;
    case 'typed':
      inner(term.operand);
      return;
    case 'either':
      for (const option of term.options) inner(option);
      return;
    case 'compute':
      for (const operand of term.operands) inner(operand);
      return;
    case 'call':
      if (!isDerivation(term.callee)) parts.add('varies');
      if (term.callee.kind === 'member' && !importOf(term.callee)) inner(term.callee.object);
      for (const argument of term.arguments) inner(argument);
      return;
    case 'made':
      // A regular expression, as an argument of `replace`.
      parts.add(program.definitions[term.temp]?.op === 'literal' ? 'fixed' : 'varies');
      return;
    default:
      parts.add('varies');
  }
}

/** Methods and functions that give another form of what they are given. */
const DERIVATIONS =
  /^(?:join|resolve|normalize|basename|dirname|extname|format|toString|String|slice|substring|replace|replaceAll|trim|toLowerCase|toUpperCase|padStart|toFixed|cwd|tmpdir|homedir|hostname|userInfo|realpathSync|fileURLToPath|URL|toISOString|getTime|valueOf|unix|floor|round|getPath|get)$/u;

function isDerivation(callee: Term): boolean {
  return 'name' in callee && DERIVATIONS.test(callee.name);
}

/** What a term is by itself: the process's id, the time, a random number. */
function ownPart(term: Term, program: Program): Part | undefined {
  if (isProcessId(term)) return 'process';
  const called = calledName(term, program);
  if (called === undefined) return undefined;
  if (/(?:^|\.)(?:now|hrtime|Date|performance\.now|moment|dayjs|toISOString|getTime|bigint)$/u.test(called))
    return 'clock';
  return /(?:^|\.)random$/u.test(called) ? 'random' : undefined;
}

function isProcessId(term: Term): boolean {
  if (term.kind === 'import')
    return /^(?:pid|ppid|threadId)$/u.test(term.name) && /process|worker_threads/u.test(term.source);
  if (term.kind !== 'member' || !/^(?:pid|ppid|threadId)$/u.test(term.name)) return false;
  return (
    (term.object.kind === 'global' && /^(?:process|Deno|Bun)$/u.test(term.object.name)) ||
    /process|worker_threads/u.test(importOf(term.object)?.source ?? '')
  );
}

/** The name under which a term's value was called for: `Date.now`, `new Date`. */
function calledName(term: Term, program: Program): string | undefined {
  if (term.kind === 'call') return nameOf(term.callee);
  if (term.kind !== 'made') return undefined;
  const definition = program.definitions[term.temp];
  if (definition?.op !== 'call') return undefined;
  const { callee } = definition;
  if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : undefined;
  const loaded = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  return loaded?.op === 'load' ? (loaded.variable.imported?.name ?? loaded.variable.name) : undefined;
}

function nameOf(callee: Term): string | undefined {
  if (callee.kind === 'import')
    return callee.name === 'default' || callee.name === '*' ? callee.source : callee.name;
  return 'name' in callee ? callee.name : undefined;
}

/** `process.env.NAME`. */
function isEnvironment(term: Extract<Term, { kind: 'member' }>): boolean {
  const { object } = term;
  return (
    (object.kind === 'member' && object.name === 'env') || (object.kind === 'global' && object.name === 'env')
  );
}

/** True for a path under a folder for scratch files: the system's, or one of that name; wherever it is told to be. */
export function isUnderTemp(path: Term): boolean {
  switch (path.kind) {
    case 'either':
      return path.options.every(isUnderTemp);
    case 'concat':
      return path.parts.some(isUnderTemp);
    case 'typed':
      return isUnderTemp(path.operand);
    case 'call':
      return path.arguments.some(isUnderTemp) || namesIn(path.callee).some((name) => TEMP_NAME.test(name));
    default:
      return namesIn(path).some((name) => TEMP_NAME.test(name));
  }
}

const TEMP_NAME =
  /^(?:tmpdir|TMPDIR|TEMP|TMP|RUNNER_TEMP|AGENT_TEMPDIRECTORY|CI_TEMP)$|(?:^|[/\\])(?:tmp|temp|shm)[/\\]|^(?:[A-Z]:)?[/\\](?:var[/\\])?(?:tmp|temp)(?:$|[/\\])|^\.?[/\\]?(?:tmp|temp)$/iu;

/** True for a path that, by its end, is the file beside another one: `${file}.tmp`. Gives the path of that one. */
export function besideOf(path: Term, definitions: Definitions): Term | undefined {
  if (path.kind === 'constant' && typeof path.value === 'string') {
    const stem = path.value.replace(SUFFIX, '');
    return stem === path.value || stem === '' ? undefined : definitions.terms.constant(stem);
  }
  if (path.kind !== 'concat') return undefined;
  const last = path.parts.at(-1);
  if (last?.kind !== 'constant') return undefined;
  const text = String(last.value);
  const stem = text.replace(SUFFIX, '');
  if (stem === text) return undefined;
  return definitions.terms.concat([...path.parts.slice(0, -1), definitions.terms.constant(stem)]);
}

const SUFFIX = /[._~-](?:tmp|temp|new|next|part|partial|swp|swap|staging|writing|~)$/iu;
