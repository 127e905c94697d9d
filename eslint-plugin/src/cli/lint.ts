/** ESLint, run with our own configuration and none of the project's. */
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import type { CheckOptions } from './arguments.js';
import { lenient } from './base-config.js';
import type { CheckRequest } from './check-thread.js';
import { Failure } from './failure.js';
import { missingPaths, resolveIn } from './paths.js';
import { isSyntaxError, keepOwnMessages } from './results.js';

export interface Linted {
  readonly eslint: ESLint;
  readonly results: readonly ESLint.LintResult[];
}

/**
 * Lints what a request names.
 * @param base The directory that ESLint works in.
 * @throws {Failure} where there is nothing to lint, or this ESLint cannot do it as asked.
 */
export async function lint(request: CheckRequest, base: string): Promise<Linted> {
  const { options, cwd, stdin } = request;
  const eslint = new ESLint({ ...eslintOptions(options, base), ...concurrencyOf(options) });
  const reader = new ESLint({ ...eslintOptions(options, base), overrideConfig: lenient });
  if (stdin) {
    const where = { filePath: resolveIn(cwd, stdin.filename), warnIgnored: true };
    const results = await eslint.lintText(stdin.text, where);
    return { eslint, results: await readAgain(results, () => reader.lintText(stdin.text, where)) };
  }
  const missing = missingPaths(cwd, options.paths);
  if (missing.length > 0) {
    throw new Failure(`There is no file or directory ${missing.map((path) => `'${path}'`).join(', ')}.`);
  }
  const patterns = options.paths.map((path) => (base === cwd ? path : resolveIn(cwd, path)));
  const results = await eslint.lintFiles(patterns).catch((error: unknown) => {
    // ESLint's own threads have a small stack, this thread a large one.
    if (error instanceof RangeError && options.concurrency !== 'off') return reader.lintFiles(patterns);
    throw error;
  });
  return { eslint, results: await readAgain(results, (path) => reader.lintFiles(path)) };
}

/** Values that can be cloned only: ESLint hands them to its own threads. */
function eslintOptions({ strict, ignore }: CheckOptions, base: string): ESLint.Options {
  const config = new URL(`${strict ? 'strict' : 'recommended'}-config.js`, import.meta.url);
  return { cwd: base, ignore, overrideConfigFile: fileURLToPath(config) };
}

function concurrencyOf({ concurrency }: CheckOptions): ESLint.Options {
  // Left out, since an ESLint that does not know the option refuses any value of it.
  if (concurrency === 'off') return {};
  if (hasConcurrency(ESLint.version)) return { concurrency };
  throw new Failure(
    `--concurrency needs ESLint 9.34 or newer, and this is ${ESLint.version}: leave the option out, or update ESLint.`,
  );
}

/** Whether a version of ESLint, such as `9.34.0`, lints files in threads. */
export function hasConcurrency(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 9 || (major === 9 && minor >= 34);
}

/** What could not be parsed is tried once more with the lenient parser, and where the stack is large. */
async function readAgain(
  results: readonly ESLint.LintResult[],
  lintAgain: (path: string) => Promise<ESLint.LintResult[]>,
): Promise<ESLint.LintResult[]> {
  const final: ESLint.LintResult[] = [];
  for (const result of results) {
    const [read = result] = result.messages.some(isSyntaxError) ? await lintAgain(result.filePath) : [];
    final.push(keepOwnMessages(read));
  }
  return final;
}
