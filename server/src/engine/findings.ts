/** From ESLint's messages and the races behind them to what a client is told. */
import { diffArrays } from 'diff';
import plugin, { type Race, type SourceRange } from 'eslint-plugin-interleave';
import type { Linter, SourceCode } from 'eslint';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { disableFile, disableLine } from './disable.js';
import type { FileRules } from './engines.js';
import type { Source } from './source.js';
import type { Finding, Rewrite, UnusedDirective } from './wire.js';

export class Findings {
  readonly races: Finding[] = [];
  readonly unused: UnusedDirective[] = [];
  /** ESLint counts without the byte order mark, editors with it. */
  private readonly shift: 0 | 1;

  constructor(
    private readonly source: Source,
    private readonly code: SourceCode,
    private readonly rules: FileRules,
  ) {
    this.shift = code.hasBOM ? 1 : 0;
  }

  /** @param race What the message reports, where that is known. */
  add(message: Linter.LintMessage, race: Race | undefined): void {
    const { ruleId } = message;
    if (ruleId?.startsWith(`${this.rules.namespace}/`)) this.addRace(ruleId, message, race);
    else if (ruleId === null && isUnusedDirective(message.message, this.rules.namespace))
      this.addUnused(message);
  }

  private addRace(rule: string, message: Linter.LintMessage, race: Race | undefined): void {
    const range = this.rangeOf(message);
    const documentation = plugin.rules[rule.slice(this.rules.namespace.length + 1)]?.meta?.docs?.url;
    this.races.push({
      rule,
      message: message.message,
      range,
      severity: message.severity === 1 ? 1 : 2,
      certainty: race?.certainty ?? 'likely',
      ...(documentation !== undefined && { documentation }),
      steps: (race?.witness ?? []).map(({ range: place, execution, action, text, value, loses }) => ({
        execution,
        action,
        location: { uri: this.source.uri, range: this.toRange(place) },
        text,
        ...(value !== undefined && { value }),
        ...(loses === true && { loses }),
      })),
      rewrites: (message.suggestions ?? []).map(({ desc, fix }) => this.toRewrite(desc, fix)),
      disableLine: disableLine(rule, range.start.line, this.source, this.code),
      disableFile: disableFile(rule, this.source),
    });
  }

  private addUnused({ message, fix, ...place }: Linter.LintMessage): void {
    const range = this.rangeOf(place);
    const removal = fix && {
      range: this.toRange({ start: fix.range[0], end: fix.range[1] }),
      newText: fix.text,
    };
    this.unused.push({ message, range, ...(removal && { removal }) });
  }

  /** A rewrite comes as one stretch of text, from its first change to its last: what lies between stays out of it. */
  private toRewrite(
    title: string,
    {
      range: [start, end],
      text,
    }: { range: readonly number[]; text: string } & {
      range: readonly [number, number];
    },
  ): Rewrite {
    const edits: TextEdit[] = [];
    let position = start;
    for (const { value: lines, added, removed } of diffArrays(
      linesOf(this.code.text.slice(start, end)),
      linesOf(text),
    )) {
      const value = lines.join('');
      const length = added ? 0 : value.length;
      if (added || removed) {
        const place = this.toRange({ start: position, end: position + length });
        const last = edits.at(-1);
        // A removal and the addition behind it are one replacement.
        if (added && last && isSame(last.range.end, place.start) && last.newText === '') last.newText = value;
        else edits.push({ range: place, newText: added ? value : '' });
      }
      position += length;
    }
    return { title, edits };
  }

  private rangeOf({
    line,
    column,
    endLine = line,
    endColumn = column,
  }: Omit<Linter.LintMessage, 'message' | 'severity' | 'ruleId'>): Range {
    return this.toRange({ start: this.offsetOf(line, column), end: this.offsetOf(endLine, endColumn) });
  }

  private offsetOf(line: number, column: number): number {
    return this.code.getIndexFromLoc({ line, column: column - 1 });
  }

  private toRange({ start, end }: SourceRange): Range {
    const { document } = this.source;
    return { start: document.positionAt(start + this.shift), end: document.positionAt(end + this.shift) };
  }
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', start) + 1) {
    lines.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

function isSame(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}

/** ESLint's words for a comment that switches off what reports nothing; of the plugin's own rules only. */
function isUnusedDirective(message: string, namespace: string): boolean {
  if (!message.startsWith('Unused eslint-disable directive')) return false;
  const names = [...message.matchAll(/'([^']+)'/gu)].map(([, name = '']) => name);
  return names.length > 0 && names.every((name) => name.startsWith(`${namespace}/`));
}
