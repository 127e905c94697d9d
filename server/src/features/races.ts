/** The races of a checked file, at a place or all: for a hover and for `interleave/witness`. */
import type { MarkupContent, Position, Range } from 'vscode-languageserver-types';
import type { CheckedFile, Finding } from '../engine/wire.js';
import type { RaceReport } from '../protocol.js';
import { describeAction, describeLoss, firstSentence, tellRace } from './words.js';

/** The races with a step, or their report, at a place. */
export function racesAt(uri: string, { findings }: CheckedFile, position?: Position): RaceReport[] {
  return findings
    .filter((finding) => position === undefined || rangeAt(uri, finding, position) !== undefined)
    .map((finding) => toReport(uri, finding));
}

function toReport(
  uri: string,
  { rule, message, certainty, range, steps, documentation }: Finding,
): RaceReport {
  return {
    rule,
    message,
    certainty,
    location: { uri, range },
    steps,
    ...(documentation !== undefined && { documentation }),
  };
}

/** The interleavings at a place, as a table that is read from top to bottom; undefined where there is none. */
export function hoverAt(
  uri: string,
  { findings }: CheckedFile,
  position: Position,
  kind: MarkupContent['kind'],
): { readonly contents: MarkupContent; readonly range: Range } | undefined {
  const found = findings.flatMap((finding) => {
    const range = rangeAt(uri, finding, position);
    return range ? [{ race: toReport(uri, finding), range }] : [];
  });
  const [first] = found;
  if (!first) return undefined;
  const races = found.map(({ race }) => race);
  const value =
    kind === 'markdown' ? races.map(drawRace).join('\n\n---\n\n') : races.map(tellRace).join('\n\n');
  return { contents: { kind, value }, range: first.range };
}

/** The narrowest range of a race that holds a position. */
function rangeAt(uri: string, { range, steps }: Finding, position: Position): Range | undefined {
  const own = steps.filter(({ location }) => location.uri === uri).map(({ location }) => location.range);
  return [range, ...own].filter((each) => holds(each, position)).sort(byLength)[0];
}

function holds({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function byLength(a: Range, b: Range): number {
  return (
    a.end.line - a.start.line - (b.end.line - b.start.line) ||
    a.end.character - a.start.character - (b.end.character - b.start.character)
  );
}

function drawRace({ message, steps, rule, documentation }: RaceReport): string {
  const rows = steps.map((step, index) => {
    const loss = describeLoss(step);
    const line = step.location.range.start.line + 1;
    const words = `${describeAction(step)}${loss === undefined ? '' : `: **${loss}**`}`;
    const cell = `line ${line}: ${words}`.replaceAll('|', '\\|').replaceAll('\n', ' ');
    return step.execution === 'A' ? `| ${index + 1} | ${cell} | |` : `| ${index + 1} | | ${cell} |`;
  });
  const table = rows.length > 0 ? ['', '| | A | B |', '| ---: | --- | --- |', ...rows] : [];
  const page = documentation === undefined ? rule : `[${rule}](${documentation})`;
  return [`**${firstSentence(message)}**`, ...table, '', page].join('\n');
}
