/** `--explain`: each finding as a block of text that tells the whole story. */
import type { Linter } from 'eslint';
import { drawExcerpt } from './excerpt.js';
import type { Finding, RaceFinding } from './findings.js';
import { isRaceFinding } from './findings.js';
import type { Paint } from './paint.js';
import { shortPath } from './paths.js';
import { indent, plural, wrap } from './text-layout.js';
import { drawWitness } from './witness-text.js';

export interface ExplainOptions {
  /** The directory that paths are shown relative to. */
  readonly cwd: string;
  /** Columns of the output. */
  readonly width: number;
  readonly paint: Paint;
}

const INDENT = '  ';

/** A finding: where it is, what is lost, the code, the interleaving, the rewrites. */
export function explain(finding: Finding, options: ExplainOptions): string {
  const { message } = finding;
  const { paint } = options;
  const width = options.width - INDENT.length;
  const parts = [sayMessage(message.message, width, paint)];
  if (isRaceFinding(finding)) parts.push(...explainRace(finding, width, paint));
  if (message.suggestions?.length) parts.push(listRewrites(message.suggestions, width, paint));
  return [headline(finding, options), '', ...parts.map((part) => `${indent(part, INDENT)}\n`)].join('\n');
}

/** The first sentence stands alone. */
function sayMessage(message: string, width: number, paint: Paint): string {
  const [, first = message, rest = ''] = /^(.+?\.)\s+(?=\p{Lu})(.*)$/su.exec(message) ?? [];
  const lines = wrap(first, width).map((line) => paint('bold', line));
  return [...lines, ...(rest ? wrap(rest, width) : [])].join('\n');
}

/** Where a finding is and how much it weighs, e.g. `src/hits.ts:12:3  error  interleave/no-get-then-set`. */
export function headline({ path, message }: Finding, { cwd, paint }: ExplainOptions): string {
  const place = [shortPath(cwd, path), message.line, message.column].filter(Boolean).join(':');
  const severity = message.severity === 2 ? paint('red', 'error') : paint('yellow', 'warning');
  return [paint('underline', place), severity, message.ruleId && paint('dim', message.ruleId)]
    .filter(Boolean)
    .join('  ');
}

/** The last line: how many races, and how many files were not checked. */
export function summarize(findings: readonly Finding[], files: number, paint: Paint): string {
  const races = findings.filter(({ message }) => message.ruleId !== null);
  const unchecked = findings.length - races.length;
  const failures = unchecked > 0 ? `; ${plural(unchecked, 'file')} not checked` : '';
  if (races.length > 0) {
    const racyFiles = new Set(races.map(({ path }) => path)).size;
    return paint(
      ['bold', 'red'],
      `✖ ${plural(races.length, 'race')} in ${plural(racyFiles, 'file')}${failures}`,
    );
  }
  const clean = `No race found in ${plural(files - unchecked, 'file')}${failures}`;
  const isSure = !findings.some(({ message }) => message.fatal);
  return isSure ? paint('green', `✔ ${clean}`) : paint(['bold', 'red'], `✖ ${clean}`);
}

function explainRace({ code, race }: RaceFinding, width: number, paint: Paint): string[] {
  const { witness } = race;
  if (witness.length === 0) return [];
  const lineOf = (offset: number) => code.getLocFromIndex(offset).line;
  const numbers = witness.map((step) => lineOf(step.range.start));
  return [drawExcerpt(code.lines, numbers, { width, paint }), drawWitness(witness, { lineOf, width, paint })];
}

function listRewrites(suggestions: readonly Linter.LintSuggestion[], width: number, paint: Paint): string {
  const head = suggestions.length === 1 ? 'Rewrite  ' : 'Rewrites  ';
  const hang = ' '.repeat(head.length);
  const titles = suggestions.map(({ desc }) => wrap(desc, width - head.length - 2).join(`\n${hang}  `));
  return titles.map((title, index) => (index === 0 ? paint('green', head) : hang) + `• ${title}`).join('\n');
}
