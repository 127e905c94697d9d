/** The command line, read into a `Command`. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Failure } from './failure.js';

export const FORMATS = ['stylish', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** How many threads check files, in ESLint's own terms. */
export type Concurrency = 'auto' | 'off' | number;

export interface CheckOptions {
  /** Files, directories and globs as typed; the working directory where none are. */
  readonly paths: readonly string[];
  readonly strict: boolean;
  readonly explain: boolean;
  readonly fixDryRun: boolean;
  readonly format: Format;
  readonly concurrency: Concurrency;
  /** False: files that are left out by default are checked, too. */
  readonly ignore: boolean;
  /** Present where the code comes from standard input instead of `paths`. */
  readonly stdin?: { readonly filename: string };
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions };

const accepted = {
  strict: { type: 'boolean' },
  explain: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  format: { type: 'string', short: 'f', default: 'stylish' },
  concurrency: { type: 'string', default: 'off' },
  'no-ignore': { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsConfig['options'];

/** Code on standard input is read as TypeScript, which JavaScript nearly always is, too. */
const STDIN_FILENAME = 'stdin.ts';

/**
 * Reads a command line, without the node binary and the script.
 * @throws {Failure} where an option is unknown, misses its value or has one that it cannot have.
 */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseStrictly(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const stdin = stdinFrom(values.stdin === true, values['stdin-filename'], positionals);
  return {
    kind: 'check',
    options: {
      paths: positionals.length > 0 ? positionals : ['.'],
      strict: values.strict === true,
      explain: values.explain === true,
      fixDryRun: values['fix-dry-run'] === true,
      format: formatFrom(values.format),
      concurrency: concurrencyFrom(values.concurrency),
      ignore: values['no-ignore'] !== true,
      ...(stdin && { stdin }),
    },
  };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: accepted, allowPositionals: true });
  } catch (error) {
    throw error instanceof TypeError ? new Failure(`${firstSentence(error.message)}. ${SEE_HELP}`) : error;
  }
}

const SEE_HELP = 'See interleave --help.';

/** Node's messages go on with advice on option parsing that does not help here. */
function firstSentence(message: string): string {
  return message.split(/\.?\n|\. |\.$/u, 1)[0] ?? message;
}

function formatFrom(value: string): Format {
  const format = FORMATS.find((name) => name === value);
  if (format) return format;
  throw new Failure(`There is no format '${value}': --format takes ${FORMATS.join(', ')}. ${SEE_HELP}`);
}

function concurrencyFrom(value: string): Concurrency {
  if (value === 'auto' || value === 'off') return value;
  if (/^[1-9]\d{0,3}$/u.test(value)) return Number(value);
  throw new Failure(
    `'${value}' is not a number of threads: --concurrency takes auto, off or 1 to 9999. ${SEE_HELP}`,
  );
}

function stdinFrom(wanted: boolean, filename: string | undefined, paths: readonly string[]) {
  if (!wanted) {
    if (filename === undefined) return undefined;
    throw new Failure(`--stdin-filename names the code that comes with --stdin. ${SEE_HELP}`);
  }
  if (paths.length > 0) {
    throw new Failure(`--stdin takes the code from standard input: leave out the paths. ${SEE_HELP}`);
  }
  return { filename: filename ?? STDIN_FILENAME };
}
