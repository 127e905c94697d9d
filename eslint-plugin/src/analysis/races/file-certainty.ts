/** How sure a race on a file is. Every weakness that makes one only `possible` is named here. */
import type { FlowAccess } from '../flow/value.js';
import type { Certainty, Update } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { Summary } from '../summaries/summary.js';
import type { Concurrency, RaceContext } from './context.js';

interface Evidence {
  readonly read: FlowAccess;
  readonly write: FlowAccess;
  readonly guarded: 'none' | 'partial';
  readonly update: Update;
  readonly concurrency: Concurrency;
  readonly rivals: 'calls' | 'processes';
  readonly summary: Summary;
  readonly context: RaceContext;
}

export function fileCertainty(evidence: Evidence): Certainty {
  const { write, guarded, update, concurrency, rivals, summary, context } = evidence;
  // A lock in memory keeps out the calls of this process, and no other process is known.
  if (guarded === 'partial') return 'possible';
  // What was read is written back as it was.
  if (update.kind === 'unchanged') return 'possible';
  if (isOfOneRun(write.key) || isMadeHere(evidence, summary)) return 'possible';
  // A tool that rewrites the files it is given: formatters, codemods, migrations.
  if (isGiven(write.key, context) && !isStateUpdate(write)) return 'possible';
  if (isDevelopersTool(context)) return 'possible';
  if (rivals === 'calls') return concurrency === 'concurrent' ? 'certain' : 'likely';
  return isCommand(context) || isConfiguration(write.key) ? 'likely' : 'possible';
}

/** Names of folders and ids that one run, session or request has to itself. */
const ONE_RUN =
  /^(?:(?:session|run|request|req|job|trace|execution|invocation|correlation)_?(?:id|key|dir)|(?:tmp|temp|scratch|sandbox|work|working|staging)_?(?:dir|directory|folder|path|root)?)$/iu;

/** True for a path with a part that, by its name, is of one run only. */
export function isOfOneRun(key: Term): boolean {
  return namesIn(key).some((name) => ONE_RUN.test(name));
}

/** The execution wrote the file itself before it read it. */
function isMadeHere({ read, write }: Evidence, { accesses }: Summary): boolean {
  const made = accesses.findIndex(
    (access) =>
      access.key === write.key &&
      access.receiver.root === write.receiver.root &&
      (access.operation === 'write' || access.operation === 'conditional') &&
      access.control.size === 0 &&
      access.form === read.form &&
      access !== write,
  );
  return made >= 0 && made < accesses.indexOf(read);
}

/** The path is handed in, or one of many that the code goes through. */
function isGiven(key: Term, context: RaceContext): boolean {
  if (key.kind === 'parameter' || context.elements.has(key)) return true;
  if (key.kind === 'concat') return key.parts.some((part) => context.elements.has(part));
  return (key.kind === 'member' || key.kind === 'index') && isGiven(key.object, context);
}

/** Functions that write data down, as opposed to those that edit a text. */
const NOTATION = /^(?:stringify|dump|safeDump|serialize|encode|toString|String|Number|parseInt|parseFloat)$/u;

/** Data is written, or something is added to a text: state that is kept, not a document that is edited. */
function isStateUpdate({ method, written }: FlowAccess): boolean {
  if (/json|yaml/iu.test(method)) return true;
  return written !== undefined && isState(written.term, 0);
}

function isState(term: Term, depth: number): boolean {
  if (depth > 8) return false;
  const inner = (each: Term): boolean => isState(each, depth + 1);
  switch (term.kind) {
    case 'call': {
      const { callee } = term;
      if ('name' in callee && NOTATION.test(callee.name)) return true;
      return (callee.kind === 'member' && inner(callee.object)) || term.arguments.some(inner);
    }
    case 'concat':
      return true;
    case 'compute':
      return term.operator === '+' || term.operator === '-' || term.operands.some(inner);
    case 'either':
      return term.options.some(inner);
    case 'typed':
      return inner(term.operand);
    default:
      return false;
  }
}

const TOOL_FOLDER =
  /(?:^|[/\\])(?:scripts?|build|tools?|tooling|bench(?:mark)?s?|fixtures?|tests?|e2e|examples?)[/\\]/u;
const TOOL_FILE =
  /(?:\.config|gulpfile|gruntfile|jakefile|postinstall|preinstall|prepublish|release|codemod|bump)[\w.-]*\.[cm]?[jt]s$/iu;

/** Code that a developer runs by hand, one at a time. */
function isDevelopersTool({ filename }: RaceContext): boolean {
  return TOOL_FOLDER.test(filename) || TOOL_FILE.test(filename);
}

/** A command: people and scripts run it as often, and at once, as they like. */
function isCommand({ program, filename }: RaceContext): boolean {
  const text = program.textOf({ start: 0, end: program.module.at.end });
  return text.startsWith('#!') || /(?:^|[/\\])(?:bin|cli)[/\\.]/u.test(filename) || COMMAND.test(text);
}

const COMMAND =
  /\bprocess\.argv\b|\bDeno\.args\b|\bBun\.argv\b|\brequire\.main\b|['"](?:commander|yargs|cac|meow|sade|citty|clipanion|@oclif\/core|minimist|mri|arg)['"]/u;

/** Settings of a user or a project, which several programs change. */
function isConfiguration(key: Term): boolean {
  return namesIn(key).some((name) => CONFIGURATION.test(name));
}

const CONFIGURATION =
  /config|settings|preferences|prefs(?![a-z])|\.\w+rc(?:\.|$)|\brc\.|package\.json|credentials|registry|manifest|homedir/iu;

/** The names and constant texts that a term is made of. */
function namesIn(term: Term, depth = 0): string[] {
  if (depth > 8) return [];
  const inner = (each: Term): string[] => namesIn(each, depth + 1);
  switch (term.kind) {
    case 'constant':
      return [String(term.value)];
    case 'variable':
      return [term.variable.name];
    case 'parameter':
      return [term.form.parameterForms[term.index]?.name ?? ''];
    case 'global':
    case 'import':
      return [term.name];
    case 'member':
      return [term.name, ...inner(term.object)];
    case 'index':
      return [...inner(term.object), ...inner(term.key)];
    case 'concat':
      return term.parts.flatMap(inner);
    case 'call':
      return [...inner(term.callee), ...term.arguments.flatMap(inner)];
    case 'compute':
      return term.operands.flatMap(inner);
    case 'either':
      return term.options.flatMap(inner);
    case 'typed':
      return inner(term.operand);
    default:
      return [];
  }
}
