/** `--fix-dry-run`: what the first rewrite of a finding would change, as a unified diff. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Linter, SourceCode } from 'eslint';
import { headline, type ExplainOptions } from './explain.js';
import type { Finding } from './findings.js';
import type { Paint } from './paint.js';
import { shortPath } from './paths.js';

/** The diff of a finding's first rewrite under a title, or that there is none. */
export function showRewrite(finding: Finding, options: ExplainOptions): string {
  const { path, code, message } = finding;
  const suggestion = message.suggestions?.[0];
  if (!code || !suggestion) return `${headline(finding, options)}\nNo rewrite is offered here.\n`;
  const diff = diffOf(shortPath(options.cwd, path), code, suggestion);
  return `${headline(finding, options)}\n${suggestion.desc}\n${paintDiff(diff, options.paint)}`;
}

/** A unified diff as `git apply` and `patch -p1` take it, its path as it is shown. */
export function diffOf(path: string, code: SourceCode, { fix }: Linter.LintSuggestion): string {
  const before = code.text;
  const after = before.slice(0, fix.range[0]) + fix.text + before.slice(fix.range[1]);
  // ESLint takes the byte order mark off the text; the diff is about the file.
  const mark = code.hasBOM ? '\uFEFF' : '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, mark + before, mark + after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function paintDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      if (/^(?:---|\+\+\+) /u.test(line)) return paint('bold', line);
      if (line.startsWith('@@')) return paint('cyan', line);
      if (line.startsWith('+')) return paint('green', line);
      return line.startsWith('-') ? paint('red', line) : line;
    })
    .join('\n');
}
