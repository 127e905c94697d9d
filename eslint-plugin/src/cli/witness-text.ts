/**
 * A witness drawn as two lanes, one for each execution, with time going down:
 *
 *     time │ A                           │ B
 *     ─────┼─────────────────────────────┼──────────────────────────
 *        1 │ line 10  reads `hits` → 5   │
 *        2 │                             │ line 10  reads `hits` → 5
 *        3 │                             │ line 12  writes `hits` ← 6
 *        4 │ line 12  writes `hits` ← 6  │
 *          │          ✗ B's update is lost
 */
import type { Execution, Witness, WitnessStep } from '../analysis/race.js';
import type { Paint } from './paint.js';
import { displayWidth, pad, truncate, wrap } from './text-layout.js';

export interface DrawingOptions {
  /** The line, from 1, of an offset in the source. */
  readonly lineOf: (offset: number) => number;
  /** Columns that the drawing may take. */
  readonly width: number;
  readonly paint: Paint;
}

const TIME = 'time';
const laneColors = { A: 'cyan', B: 'magenta' } as const satisfies Record<Execution, string>;

/** Draws a witness. No line is wider than asked, down to some 60 columns. */
export function drawWitness(witness: Witness, { lineOf, width, paint }: DrawingOptions): string {
  const places = witness.map((step) => `line ${lineOf(step.range.start).toString()}  `);
  const placeWidth = Math.max(0, ...places.map(displayWidth));
  const widestText = Math.floor((width - TIME.length) / 2) - ' │ '.length - placeWidth;
  const cells = witness.map((step, index) => ({
    step,
    time: index + 1,
    place: pad(places[index] ?? '', placeWidth),
    lines: wrapStep(step, widestText),
  }));
  const laneWidth = placeWidth + Math.max(0, ...cells.flatMap(({ lines }) => lines).map(displayWidth));
  return [...drawHead(laneWidth, paint), ...cells.flatMap((cell) => drawCell(cell, laneWidth, paint))].join(
    '\n',
  );
}

interface Cell {
  readonly step: WitnessStep;
  readonly time: number;
  readonly place: string;
  readonly lines: readonly string[];
}

function drawHead(laneWidth: number, paint: Paint): string[] {
  const [a, b] = (['A', 'B'] as const).map((execution) => paint(['bold', laneColors[execution]], execution));
  const rule = [TIME.length + 1, laneWidth + 2, laneWidth + 1]
    .map((columns) => '─'.repeat(columns))
    .join('┼');
  return [drawRow(paint, laneWidth, TIME, a, b), paint('dim', rule)];
}

function drawCell({ step, time, place, lines }: Cell, laneWidth: number, paint: Paint): string[] {
  return lines.map((text, index) => {
    const isFirst = index === 0;
    const margin = isFirst ? place : ' '.repeat(displayWidth(place));
    const entry = paint('dim', margin) + paint(colorOf(step, text), text);
    const [a, b] = step.execution === 'A' ? [entry] : ['', entry];
    return drawRow(paint, laneWidth, isFirst ? time.toString() : '', a, b);
  });
}

function drawRow(paint: Paint, laneWidth: number, time: string, a = '', b = ''): string {
  const wall = paint('dim', '│');
  return `${paint('dim', time.padStart(TIME.length))} ${wall} ${pad(a, laneWidth)} ${wall}${b && ` ${b}`}`;
}

/** One step in words, e.g. "reads `hits` → 5"; the value where it is known. */
export function describeStep(step: WitnessStep): string {
  return [step.text, describeValue(step)].filter(Boolean).join(' ');
}

function describeValue({ action, value }: WitnessStep): string {
  return value === undefined ? '' : `${action === 'write' ? '←' : '→'} ${value}`;
}

/** What a step destroys, e.g. "B's update is lost"; undefined where it destroys nothing. */
export function describeLoss({ execution, loses }: WitnessStep): string | undefined {
  return loses ? `${execution === 'A' ? 'B' : 'A'}'s update is lost` : undefined;
}

const LOSS_MARK = '✗ ';

/** A step in lines of a lane. The value goes to a line of its own where it does not fit beside the words. */
function wrapStep(step: WitnessStep, width: number): string[] {
  const words = shortenNames(step.text, width);
  const value = describeValue(step);
  const together = [words, value].filter(Boolean).join(' ');
  const lines =
    displayWidth(together) <= width ? [together] : [words, value].flatMap((part) => wrap(part, width));
  const loss = describeLoss(step);
  return [...lines, ...(loss === undefined ? [] : [LOSS_MARK + loss])].filter(Boolean);
}

/** Cuts a long name in backquotes, so that words fit on one line; the message above has it in full. */
function shortenNames(text: string, width: number): string {
  const excess = displayWidth(text) - width;
  if (excess <= 0) return text;
  return text.replace(/(?<=^[^`]*`).+(?=`[^`]*$)/su, (name) =>
    truncate(name, Math.max(SHORTEST_NAME, displayWidth(name) - excess)),
  );
}

const SHORTEST_NAME = 8;

function colorOf(step: WitnessStep, text: string): Parameters<Paint>[0] {
  if (text.startsWith(LOSS_MARK)) return ['bold', 'red'];
  return step.action === 'suspend' ? 'dim' : laneColors[step.execution];
}
