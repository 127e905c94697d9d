/** What the panel of a race shows, made from what the server knows. */
import { describe, expect, test } from 'vitest';
import type { RaceReport, RaceStep } from 'interleave-language-server/protocol';
import { segmentsOf, shift, toRaceView } from '../../extension/src/explain/view-model.js';

const URI = 'file:///shop/hits.ts';
const LINES = ['const before = hits;', '  await save();', '  hits = before + 1;'];
const sources = {
  nameOf: (uri: string) => uri.slice('file:///'.length),
  lineAt: (_: string, line: number) => LINES[line],
};

function at(line: number, start: number, end: number): RaceStep['location'] {
  return { uri: URI, range: { start: { line, character: start }, end: { line, character: end } } };
}

const reads = { action: 'read', location: at(0, 15, 19), text: 'reads `hits`', value: '5' } as const;
const waits = { action: 'suspend', location: at(1, 2, 14), text: 'waits; others run' } as const;
const writes = { action: 'write', location: at(2, 2, 6), text: 'writes `hits`', value: '6' } as const;

const race: RaceReport = {
  rule: 'interleave/no-await-between-read-and-write',
  message: 'Lost update: `hits` is set from a value read before. It is read on line 1. Await first.',
  certainty: 'certain',
  location: at(2, 2, 6),
  steps: [
    { execution: 'A', ...reads },
    { execution: 'A', ...waits },
    { execution: 'B', ...reads },
    { execution: 'B', ...writes },
    { execution: 'A', ...writes, loses: true },
  ],
};

describe('a race', () => {
  const view = toRaceView(race, sources);

  test('has the first sentence as its title, and the others as details', () => {
    expect(view.title.map(({ text }) => text).join('')).toBe(
      'Lost update: hits is set from a value read before.',
    );
    expect(view.details).toEqual([{ text: 'It is read on line 1. Await first.', isCode: false }]);
    expect(view.place).toBe('shop/hits.ts, line 3');
  });

  test('has its steps in order of time, each with its execution, its value and its line', () => {
    expect(view.steps.map(({ number, execution, line, value }) => [number, execution, line, value])).toEqual([
      [1, 'A', 1, '5'],
      [2, 'A', 2, undefined],
      [3, 'B', 1, '5'],
      [4, 'B', 3, '6'],
      [5, 'A', 3, '6'],
    ]);
  });

  test('says what is lost at the step that loses it, and nowhere else', () => {
    expect(view.steps.map(({ loss }) => loss)).toEqual([
      ...Array.from({ length: 4 }, () => undefined),
      "B's update is lost",
    ]);
  });

  test('shows that A waits while B runs', () => {
    expect(view.steps.map(({ otherWaits }) => otherWaits)).toEqual([false, false, true, true, false]);
  });

  test('tells each step in a sentence, without marks of code', () => {
    expect(view.steps[4]?.label).toBe(
      "Step 5 of 5, execution A, line 3: writes hits, value 6, B's update is lost",
    );
  });

  test('marks its place in the line of code', () => {
    expect(view.steps[0]?.code).toEqual({ before: 'const before = ', marked: 'hits', after: ';' });
    expect(view.steps[4]?.code).toEqual({ before: '', marked: 'hits', after: ' = before + 1;' });
  });
});

test('a step on the line of the one before it does not show the line again', () => {
  const [first, second] = toRaceView(
    {
      ...race,
      steps: [race.steps[0], { execution: 'A' as const, ...waits, location: at(0, 0, 5) }].flatMap(
        (step) => step ?? [],
      ),
    },
    sources,
  ).steps;
  expect(first?.code).toBeDefined();
  expect(second?.code).toBeUndefined();
});

test('a line that is not there any more has no code', () => {
  const { steps } = toRaceView(race, { ...sources, lineAt: () => undefined });
  expect(steps.map(({ code }) => code)).toEqual(steps.map(() => undefined));
});

test('a long line is cut in front of the place, which is always seen', () => {
  const line = `${'a.'.repeat(60)}hits = 1;`;
  const { steps } = toRaceView(
    { ...race, steps: [{ execution: 'A', ...writes, location: at(0, 120, 124) }] },
    { ...sources, lineAt: () => line },
  );
  expect(steps[0]?.code).toEqual({ before: '… ', marked: 'hits', after: ' = 1;' });
});

test.each([
  ['no code', 'no code', [['no code', false]]],
  [
    'code at an end',
    '`a` b',
    [
      ['a', true],
      [' b', false],
    ],
  ],
  ['a backquote without another', 'a ` b', [['a ` b', false]]],
  [
    'a template in a key',
    'sets `job:${id}`',
    [
      ['sets ', false],
      ['job:${id}', true],
    ],
  ],
])('text with %s falls into pieces', (_, text, pieces) => {
  expect(segmentsOf(text).map((piece) => [piece.text, piece.isCode])).toEqual(pieces);
});

describe('a place in a text that changes', () => {
  const place = { line: 4, character: 8 };
  const change = (from: [number, number], to: [number, number], text: string) => ({
    range: {
      start: { line: from[0], character: from[1] },
      end: { line: to[0], character: to[1] },
    },
    text,
  });

  test.each([
    ['stays where the change is behind it', change([5, 0], [5, 3], 'x\ny'), { line: 4, character: 8 }],
    ['moves down with lines above it', change([1, 0], [1, 0], 'a\nb\n'), { line: 6, character: 8 }],
    ['moves up where lines above it go', change([1, 0], [3, 0], ''), { line: 2, character: 8 }],
    ['moves along its line', change([4, 0], [4, 2], 'const'), { line: 4, character: 11 }],
    [
      'moves to a new line where its line is broken',
      change([4, 4], [4, 4], '\n  '),
      { line: 5, character: 6 },
    ],
    [
      'goes to the start of a change that swallows it',
      change([3, 2], [5, 1], 'x'),
      { line: 3, character: 2 },
    ],
  ])('%s', (_, given, expected) => {
    expect(shift(place, given)).toEqual(expected);
  });
});
