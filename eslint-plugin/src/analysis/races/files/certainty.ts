/** How sure a race on a file is. Every weakness that makes one only `possible` is named here. */
import type { FlowAccess } from '../../flow/value.js';
import type { Certainty, Update } from '../../race.js';
import { namesIn } from '../../resources/term-names.js';
import type { Term, TermOf } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import type { Concurrency, RaceContext } from '../context.js';
import { isForked, isInteractive, nearPath } from '../callers/single-process.js';

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
  if (isOfOneRun(write.key) && !isOfSeveralParties(summary)) return 'possible';
  if (isInOwnFolder(write.key) || isMadeHere(evidence, summary) || isSourceText(write.key)) return 'possible';
  // A tool that rewrites the files it is given: formatters, codemods, migrations.
  if (isGiven(write.key, context) && !isStateUpdate(write)) return 'possible';
  if (isDevelopersTool(context) || isInteractive(context.program)) return 'possible';
  if (rivals === 'calls') return concurrency === 'concurrent' ? 'certain' : 'likely';
  if (isConfiguration(write.key)) return 'likely';
  const areSeveral = isCommand(context) || isForked(context.program);
  return areSeveral && isStateUpdate(write) ? 'likely' : 'possible';
}

/** Names of ids that one run, session or request has to itself. */
const ONE_RUN_ID =
  /^(?:session|run|request|req|job|trace|execution|invocation|correlation|thread|conversation)_?(?:id|key|dir|folder|path)$/iu;

/** Names of folders that are made for one run; `tmpdir` itself is the one that all share. */
const ONE_RUN_FOLDER =
  /^(?!tmpdir$)(?:tmp|temp|scratch|sandbox|work|working|staging)_?(?:dir|directory|folder|path|root)?$/iu;

/** True for a path with an id that, by its name, is of one run only. */
export function isOfOneRun(key: Term): boolean {
  return (
    namesIn(key).some((name) => ONE_RUN_ID.test(name)) ||
    isIdOf(key, /^(?:req|request|job|run|session|ctx)$/u)
  );
}

/** `append(sessionId, agent, text)`: one session's file, to which several add. */
function isOfSeveralParties({ form }: Summary): boolean {
  return form.parameterForms.some(({ name }) => PARTY.test(name ?? ''));
}

const PARTY =
  /^(?:agent|author|user|member|worker|participant|sender|speaker|owner|actor)(?:_?(?:id|name))?$/iu;

/** Programs and pages: texts that people write, and tools patch. */
function isSourceText(key: Term): boolean {
  const last = key.kind === 'concat' ? key.parts.at(-1) : key;
  return (
    last?.kind === 'constant' &&
    /\.(?:[cm]?[jt]sx?|vue|svelte|css|scss|html?|py|go|rs|prisma)$/u.test(String(last.value))
  );
}

/** `req.id`, `job.id`. */
function isIdOf(key: Term, owner: RegExp): boolean {
  if (key.kind === 'concat') return key.parts.some((part) => isIdOf(part, owner));
  if (key.kind === 'call') return key.arguments.some((argument) => isIdOf(argument, owner));
  return (
    key.kind === 'member' &&
    /^(?:id|sid|uuid)$/iu.test(key.name) &&
    namesIn(key.object).some((name) => owner.test(name))
  );
}

function isInOwnFolder(key: Term): boolean {
  return namesIn(key).some((name) => ONE_RUN_FOLDER.test(name));
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
      if (isListAgain(term)) return true;
      return (callee.kind === 'member' && inner(callee.object)) || term.arguments.some(inner);
    }
    case 'concat':
      return true;
    case 'compute':
      return /^[-+]$/u.test(term.operator) || isParsedAgain(term) || term.operands.some(inner);
    case 'either':
      return term.options.some(inner);
    case 'typed':
      return inner(term.operand);
    default:
      return false;
  }
}

/** `parseDocument(text).toString()`, with whatever was changed in between. */
function isParsedAgain({ operator, operands: [value] }: TermOf<'compute'>): boolean {
  if (operator !== 'text' || value?.kind !== 'call') return false;
  return 'name' in value.callee && /^parse/u.test(value.callee.name);
}

/** `lines.filter(…).join('\n')`: entries of a list are taken out, or were added to it. */
function isListAgain({ callee }: TermOf<'call'>): boolean {
  if (callee.kind !== 'member' || callee.name !== 'join') return false;
  const { object } = callee;
  return (
    object.kind === 'call' &&
    object.callee.kind === 'member' &&
    /^(?:filter|concat|toSpliced)$/u.test(object.callee.name)
  );
}

const TOOL_FOLDER =
  /[/\\](?:scripts?|upgrades?|migrations?|templates?|generators?|scaffold\w*|codemods?|\.tx|bench(?:mark)?s?|fixtures?|tests?|e2e|release)[/\\]/u;
const TOOL_FILE =
  /[/\\](?:[\w.-]+\.config|gulpfile|gruntfile|jakefile|makefile|postinstall|preinstall|prepublish|codemod|release|entrypoint)[\w.-]*\.[cm]?[jt]s$|[/\\](?:[\w-]+-)?(?:setup|init|install)\.[cm]?[jt]s$/iu;

/** Code that a developer runs by hand, one at a time. */
export function isDevelopersTool({ filename }: RaceContext): boolean {
  const near = nearPath(filename);
  return TOOL_FOLDER.test(near) || TOOL_FILE.test(near);
}

/** A command: people and scripts run it as often, and at once, as they like. */
export function isCommand({ program, filename }: RaceContext): boolean {
  const text = program.textOf({ start: 0, end: program.module.at.end });
  return text.startsWith('#!') || /[/\\](?:bin|cli)[/\\.]/u.test(nearPath(filename)) || COMMAND.test(text);
}

const COMMAND =
  /\bprocess\.argv\b|\bDeno\.args\b|\bBun\.argv\b|\brequire\.main\b|['"](?:commander|yargs|cac|meow|sade|citty|clipanion|@oclif\/core|minimist|mri|arg)['"]/u;

/** Settings of a user or a project, which several programs change. */
function isConfiguration(key: Term): boolean {
  return namesIn(key).some((name) => CONFIGURATION.test(name));
}

const CONFIGURATION =
  /config|settings|preferences|prefs(?![a-z])|\.\w+rc(?:\.|$)|\brc\.|package\.json|credentials|registry|manifest|homedir/iu;
