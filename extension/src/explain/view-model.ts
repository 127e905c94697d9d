/** A race as the panel shows it, made from what the server knows and from the lines of code. Knows no editor. */
import type { Location, Position, Range } from 'vscode-languageserver-protocol';
import type { RaceReport, RaceStep } from 'interleave-language-server/protocol';
import { describeLoss, firstSentence } from 'interleave-language-server/words';

/** What the panel shows now. */
export interface Explanation {
  /** The name of the file, as a person knows it. */
  readonly file: string;
  readonly state: 'current' | 'checking' | 'gone' | 'closed';
  readonly races: readonly RaceView[];
}

export interface RaceView {
  readonly rule: string;
  readonly certainty: string;
  readonly title: readonly Segment[];
  /** How it goes wrong and what to do, in sentences. */
  readonly details: readonly Segment[];
  readonly place: string;
  readonly steps: readonly StepView[];
  readonly hasDocumentation: boolean;
}

export interface StepView {
  /** From 1, in time order. */
  readonly number: number;
  readonly execution: 'A' | 'B';
  readonly action: RaceStep['action'];
  readonly line: number;
  readonly words: readonly Segment[];
  readonly value?: string;
  /** What the step destroys. */
  readonly loss?: string;
  /** The line of code, with what the step is marked; left out where the step before it is on the same line. */
  readonly code?: Excerpt;
  /** The other execution is in the midst of waiting. */
  readonly otherWaits: boolean;
  /** All of it in one sentence, for those who hear it. */
  readonly label: string;
}

/** A piece of text; code where it stands between backquotes. */
export interface Segment {
  readonly text: string;
  readonly isCode: boolean;
}

export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface Sources {
  readonly nameOf: (uri: string) => string;
  /** A line of a document's text; undefined where there is none. */
  readonly lineAt: (uri: string, line: number) => string | undefined;
}

export function toRaceView(race: RaceReport, sources: Sources): RaceView {
  const { rule, message, certainty, location, steps, documentation } = race;
  const title = firstSentence(message);
  return {
    rule,
    certainty,
    title: segmentsOf(title),
    details: segmentsOf(message.slice(title.length).trim()),
    place: `${sources.nameOf(location.uri)}, line ${location.range.start.line + 1}`,
    steps: steps.map((step, index) => toStepView(step, index, steps, sources)),
    hasDocumentation: documentation !== undefined,
  };
}

function toStepView(step: RaceStep, index: number, steps: readonly RaceStep[], sources: Sources): StepView {
  const { execution, action, location, text, value } = step;
  const loss = describeLoss(step);
  const code = excerptOf(location, sources);
  const line = location.range.start.line + 1;
  const previous = steps.slice(0, index).findLast((earlier) => earlier.execution === execution);
  const isNewLine = previous?.location.range.start.line !== location.range.start.line;
  const spoken = [
    `Step ${index + 1} of ${steps.length}, execution ${execution}, line ${line}: ${text.replaceAll('`', '')}`,
    ...(value === undefined ? [] : [`value ${value}`]),
    ...(loss === undefined ? [] : [loss]),
  ];
  return {
    number: index + 1,
    execution,
    action,
    line,
    words: segmentsOf(text),
    ...(value !== undefined && { value }),
    ...(loss !== undefined && { loss }),
    ...(code && isNewLine && { code }),
    otherWaits: waits(execution === 'A' ? 'B' : 'A', steps.slice(0, index), steps.slice(index + 1)),
    label: spoken.join(', '),
  };
}

/** Whether an execution's last step was to wait, and it goes on later. */
function waits(execution: 'A' | 'B', before: readonly RaceStep[], after: readonly RaceStep[]): boolean {
  const last = before.findLast((step) => step.execution === execution);
  return last?.action === 'suspend' && after.some((step) => step.execution === execution);
}

/** Text whose code stands between backquotes. A backquote within code belongs to it where a pair is left. */
export function segmentsOf(text: string): Segment[] {
  return text
    .split(/(`[^`]*`)/u)
    .filter((part) => part !== '')
    .map((part) =>
      /^`.+`$/u.test(part) ? { text: part.slice(1, -1), isCode: true } : { text: part, isCode: false },
    );
}

/** What stands before the place is shown up to this length: the place has to be seen in a narrow panel. */
const MAX_BEFORE = 24;
const MAX_LINE = 120;

function excerptOf({ uri, range: { start, end } }: Location, { lineAt }: Sources): Excerpt | undefined {
  const line = lineAt(uri, start.line);
  if (line === undefined || line.trim() === '') return undefined;
  const to = end.line === start.line ? end.character : line.length;
  const before = line.slice(0, start.character).trimStart();
  const marked = line.slice(start.character, to);
  const after = line.slice(to).trimEnd();
  return {
    before: before.length > MAX_BEFORE ? '… ' : before,
    marked: cut(marked, MAX_LINE),
    after: cut(after, Math.max(0, MAX_LINE - marked.length)),
  };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** A change of a text: what stood in the range is replaced by so many lines and columns. */
export interface Change {
  readonly range: Range;
  readonly text: string;
}

/** Where a place lies after a change that was made elsewhere; within what was changed, where the change begins. */
export function shift(position: Position, { range: { start, end }, text }: Change): Position {
  if (isBefore(position, start)) return position;
  if (isBefore(position, end)) return start;
  const lines = text.split('\n');
  const lastLine = start.line + lines.length - 1;
  if (position.line > end.line) return { ...position, line: position.line + lastLine - end.line };
  const column = (lines.length === 1 ? start.character : 0) + (lines.at(-1) ?? '').length;
  return { line: lastLine, character: position.character - end.character + column };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
