import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { fileURLToPath } from 'node:url';
import interleave from 'eslint-plugin-interleave';

export interface Suggestion {
  readonly title: string;
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

export interface Report {
  readonly rule: string;
  readonly line: number;
  /** The line of the text on which the report sits, without its indentation. */
  readonly source: string;
  readonly message: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Linted {
  readonly text: string;
  /** Why the text cannot be parsed. */
  readonly syntaxError?: string;
  /** The reports of this plugin's rules, from top to bottom. */
  readonly reports: readonly Report[];
  readonly comments: readonly string[];
}

const WORKSPACE = fileURLToPath(new URL('../../', import.meta.url));

const CONFIG = defineConfig(
  { files: ['**/*.{js,cjs,mjs,ts,cts,mts}'], linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { files: ['**/*.{ts,cts,mts}'], languageOptions: { parser } },
  interleave.configs.strict,
);

/** Lints a text as the file at `path`, with the plugin as it is built and its strict config. */
export function lintText(text: string, path: string): Linted {
  const linter = new Linter({ cwd: WORKSPACE });
  const messages = linter.verify(text, CONFIG, path);
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) {
    return { text, syntaxError: `${String(fatal.line)}: ${fatal.message}`, reports: [], comments: [] };
  }
  const lines = text.split(/\r?\n/);
  const reports = messages.flatMap(({ ruleId, line, message, suggestions = [] }): readonly Report[] =>
    ruleId?.startsWith('interleave/') === true
      ? [
          {
            rule: ruleId,
            line,
            source: lines[line - 1]?.trim() ?? '',
            message,
            suggestions: suggestions.map(toSuggestion),
          },
        ]
      : [],
  );
  const comments = linter.getSourceCode().getAllComments();
  return { text, reports, comments: comments.map(({ value }) => value) };
}

export function applySuggestion(
  text: string,
  { range: [start, end], text: replacement }: Suggestion,
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function toSuggestion({ desc, fix }: Linter.LintSuggestion): Suggestion {
  return { title: desc, range: fix.range, text: fix.text };
}
