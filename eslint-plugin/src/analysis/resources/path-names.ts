/** What makes a path one that others can name, too. */
import type { FunctionForm, Program } from '../lower/program.js';
import type { Definitions } from './definitions.js';
import { chosenPart, fieldWritesOf, isCounter } from './path-parts.js';
import { importOf } from './exports.js';
import { isOfUniquePackage, isPrivateKey, isUniqueCall } from './keys.js';
import type { Objects } from './objects.js';
import { namesIn } from './term-names.js';
import type { Term, TermOf } from './terms.js';

/**
 * What a part of a path holds.
 * - `fixed`: the same in every execution on a host;
 * - `process`, `clock`, `random`: predictable, or rarely different;
 * - `counter`: counted from the start in every process;
 * - `given`: what callers choose, and choose alike: a format, a month, the name of a file on their disk;
 * - `varies`: what callers pass, or what the file does not show;
 * - `unique`: nobody else has it.
 */
export type Part = 'fixed' | 'process' | 'clock' | 'random' | 'counter' | 'given' | 'varies' | 'unique';

/** Parts of parts are looked at this deep. */
const MAX_DEPTH = 12;

/** What is known of the file besides the path itself: what its variables hold, and what its helpers give. */
interface Known {
  readonly definitions: Definitions;
  readonly receivers: { readonly objects: Objects };
}

/** The kinds of parts that a path is made of. */
export function partsOf(path: Term, known: Known): ReadonlySet<Part> {
  const collector = new PartCollector(known);
  collector.collect(path, 0);
  return collector.parts;
}

class PartCollector {
  readonly parts = new Set<Part>();
  /** What the parameters of the helpers that make the path are given. */
  private readonly given = new Map<Term, Term>();

  constructor(private readonly known: Known) {}

  collect(term: Term, depth: number): void {
    const { program } = this.known.definitions;
    if (depth > MAX_DEPTH) {
      this.parts.add('varies');
      return;
    }
    const inner = (each: Term): void => {
      this.collect(each, depth + 1);
    };
    // What a helper of the file is given says more than its parameter's name.
    const own = ownPart(term, program) ?? (this.given.has(term) ? undefined : chosenPart(term, program));
    if (own) {
      this.parts.add(own);
      return;
    }
    if (
      isOfUniquePackage(term) ||
      isUniqueCall(term) ||
      (term.kind === 'made' && isPrivateKey(term, program))
    ) {
      this.parts.add('unique');
      return;
    }
    switch (term.kind) {
      case 'constant':
      case 'global':
      case 'import':
        this.parts.add('fixed');
        return;
      case 'variable': {
        const value = valueOf(term, this.known.definitions);
        if (value) inner(value);
        else this.parts.add(isCounter(term.variable.writes, program) ? 'counter' : 'varies');
        return;
      }
      case 'parameter': {
        const given = this.given.get(term);
        if (given && given !== term) inner(given);
        else this.parts.add('varies');
        return;
      }
      case 'member':
        if (isEnvironment(term)) this.parts.add('fixed');
        else if (isCounter(fieldWritesOf(term), program)) this.parts.add('counter');
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
        this.collectCall(term, depth);
        return;
      case 'made':
        // A regular expression, as an argument of `replace`.
        this.parts.add(isLiteral(term, this.known.definitions) ? 'fixed' : 'varies');
        return;
      default:
        this.parts.add('varies');
    }
  }

  private collectCall(term: TermOf<'call'>, depth: number): void {
    const returned = returnedBy(term, this.known);
    if (returned) {
      term.arguments.forEach((argument, index) => {
        this.given.set(this.known.definitions.terms.parameter(returned.form, index), argument);
      });
      for (const value of returned.values) this.collect(value, depth + 1);
      return;
    }
    if (!isDerivation(term.callee)) this.parts.add('varies');
    if (term.callee.kind === 'member' && !importOf(term.callee)) this.collect(term.callee.object, depth + 1);
    for (const argument of term.arguments) this.collect(argument, depth + 1);
  }
}

function isLiteral({ temp }: TermOf<'made'>, definitions: Definitions): boolean {
  return (
    definitions.program.definitions[temp]?.op === 'literal' && definitions.parameterOf(temp) === undefined
  );
}

/** What the one write of a variable puts into it. */
function valueOf({ variable }: TermOf<'variable'>, definitions: Definitions): Term | undefined {
  const [only, ...others] = variable.writes;
  if (only === undefined || others.length > 0) return undefined;
  const value = definitions.termOf(only);
  return value.kind === 'variable' && value.variable === variable ? undefined : value;
}

/** What a helper of the file gives that makes a path: `tempFile('png')`, `this.scratch(name)`. */
function returnedBy(
  { callee }: TermOf<'call'>,
  { definitions, receivers }: Known,
): { readonly form: FunctionForm; readonly values: readonly Term[] } | undefined {
  const form =
    callee.kind === 'closure'
      ? callee.form
      : callee.kind === 'member'
        ? receivers.objects.methodOf(callee.object, callee.name)
        : undefined;
  const values = form && definitions.returnsOf(form).map((each) => definitions.termOf(each));
  return form && values && values.length > 0 ? { form, values } : undefined;
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
export function isUnderTemp(path: Term, known: Known, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (each: Term): boolean => isUnderTemp(each, known, depth + 1);
  switch (path.kind) {
    case 'either':
      return path.options.every(inner);
    case 'concat':
      return path.parts.some(inner);
    case 'typed':
      return inner(path.operand);
    case 'call':
      return (
        path.arguments.some(inner) ||
        namesIn(path.callee).some((name) => TEMP_NAME.test(name)) ||
        (returnedBy(path, known)?.values.some(inner) ?? false)
      );
    case 'variable': {
      const value = valueOf(path, known.definitions);
      return TEMP_NAME.test(path.variable.name) || (value !== undefined && inner(value));
    }
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
