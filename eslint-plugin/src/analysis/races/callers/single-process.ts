/** Whether a file is a program by itself, run by one process at a time, rather than a part of others. */
import type { Program } from '../../lower/program.js';

/** What stays up to serve, servers and workers, usually runs in several processes. */
const SERVES =
  /\.listen\(|\bserve\(|\bnew Worker\(|\bsetInterval\(|\bcluster\.|\.(?:subscribe|consume|process)\(|\bcron\.schedule\(|\bnew CronJob\(|\bscheduleJob\(/u;

/** `for (;;) { … await sleep(500); }`: a worker that looks for work until it is stopped. */
const POLLS =
  /\b(?:for\s*\(\s*;\s*;\s*\)|while\s*\(\s*(?:true|1|running|![\w.]*(?:stop|abort|shut|clos|exit)\w*)\s*\))[^]{0,2000}?\b(?:sleep|delay|setTimeout|wait|pause)\(/iu;

function staysUp(text: string): boolean {
  return SERVES.test(text) || POLLS.test(text);
}

/** `if (require.main === module)`, `if (import.meta.url === pathToFileURL(process.argv[1]).href)`. */
const TESTS_FOR_MAIN =
  /^if\s*\(.*(?:\brequire\.main\b|\bimport\.meta\.main\b|\bimport\.meta\..*process\.argv|process\.argv.*\bimport\.meta\.)/mu;

/** Where projects keep what builds, checks and sets them up. */
const BUILDS =
  /[/\\](?:scripts?|build|tests?|e2e|bench(?:marks?)?|examples?|fixtures?|migrations?|\.github)[/\\]|[/\\](?:(?:build|release|publish)|bench(?:mark)?[\w-]*|(?:docker-)?entrypoint)\.[cm]?[jt]s$|\.config\.[cm]?[jt]s$|(?:gulp|Grunt|Jake)file\.[cm]?[jt]s$/u;

/** A guess by the file's path: what it holds is run by hand, or by one job. */
export function isBuildFile(filename: string): boolean {
  return BUILDS.test(nearPath(filename));
}

/** A file with the two folders around it: where a project as a whole lies says nothing of it. */
export function nearPath(filename: string): string {
  return `/${filename.split(/[/\\]/u).slice(-3).join('/')}`;
}

/** Who asks questions at a terminal is run by one person at a time. */
const ASKS = /['"](?:inquirer|@inquirer\/[\w-]+|prompts|enquirer|@clack\/prompts|prompt|readline-sync)['"]/u;

/** By lines, files are read as well. */
const READS_LINES = /['"](?:node:)?readline(?:\/promises)?['"]/u;
const FROM_TERMINAL = /\bstdin\b|\.(?:question|prompt)\(/u;

export function isInteractive(program: Program): boolean {
  const text = program.textOf({ start: 0, end: program.module.at.end });
  return ASKS.test(text) || (READS_LINES.test(text) && FROM_TERMINAL.test(text));
}

/** A file that only runs from its top to its end: nothing can call it, and nothing in it waits to be called. */
export function isRunOnce(program: Program): boolean {
  const text = program.textOf({ start: 0, end: program.module.at.end });
  return !EXPORTS.test(text) && !staysUp(text);
}

/** `cluster.fork()`, and threads: several run this very text, and share its files. */
export function isForked(program: Program): boolean {
  const text = program.textOf({ start: 0, end: program.module.at.end });
  return (
    (/['"](?:node:)?cluster['"]/u.test(text) && /\bfork\(/u.test(text)) ||
    /\bnew Worker\(\s*(?:__filename|import\.meta|new URL\(import\.meta)/u.test(text) ||
    (/['"](?:node:)?worker_threads['"]/u.test(text) && /\b(?:parentPort|workerData)\b/u.test(text))
  );
}

/** Not in a text that a script writes. */
const EXPORTS = /^\s*export\b|^[^'"`\n]*\bexports\b/mu;

/**
 * A script says so: by `#!`, by a test for being the main module, or by calling its own functions and
 * exporting nothing. In it a mutex excludes everybody; elsewhere only those of its own process.
 */
export function isSingleProcess(program: Program): boolean {
  const text = program.textOf({ start: 0, end: program.module.at.end });
  if (staysUp(text)) return false;
  if (text.startsWith('#!') || TESTS_FOR_MAIN.test(text)) return true;
  return (
    !EXPORTS.test(text) &&
    program.module.calls.some(({ callee }) => callee.kind === 'value' && isOwn(program, callee.value))
  );
}

function isOwn(program: Program, callee: number): boolean {
  const definition = program.definitions[callee];
  return definition?.op === 'load' && definition.variable.kind === 'function';
}
