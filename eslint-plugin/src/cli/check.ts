/** One run of ESLint with our own configuration, and its results in the format that was asked for. */
import type { CheckAnswer, CheckRequest } from './check-thread.js';
import { formatGithub } from './formats/github.js';
import { formatJson } from './formats/json.js';
import { formatSarif } from './formats/sarif.js';
import { formatStylish } from './formats/stylish.js';
import { lint } from './lint.js';
import { baseDirectory } from './paths.js';
import { painter } from './paint.js';
import type { Report } from './report.js';

/** Checks the paths, or the code on standard input, of a request. */
export async function check(request: CheckRequest): Promise<CheckAnswer> {
  const { options, cwd, stdin, color, width } = request;
  const base = baseDirectory(cwd, stdin ? [stdin.filename] : options.paths);
  const { eslint, results } = await lint(request, base);
  const output = await format({ results, options, cwd, base, color, width, paint: painter(color), eslint });
  return {
    kind: 'checked',
    output: output === '' || output.endsWith('\n') ? output : `${output}\n`,
    exitCode: results.some((result) => result.errorCount > 0) ? 1 : 0,
  };
}

function format(report: Report): string | Promise<string> {
  switch (report.options.format) {
    case 'stylish':
      return formatStylish(report);
    case 'json':
      return formatJson(report);
    case 'sarif':
      return formatSarif(report);
    case 'github':
      return formatGithub(report);
  }
}
