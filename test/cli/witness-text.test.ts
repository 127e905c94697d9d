import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { painter } from '../../eslint-plugin/dist/cli/paint.js';
import { displayWidth } from '../../eslint-plugin/dist/cli/text-layout.js';
import { drawWitness } from '../../eslint-plugin/dist/cli/witness-text.js';
import { lineOf, lostUpdate, step } from './witness-samples.js';

const plain = painter(false);

describe('the drawing of a witness', () => {
  test('has a lane for each execution, time going down, and marks the lost update', () => {
    expect(drawWitness(lostUpdate, { lineOf, width: 100, paint: plain }).split('\n')).toEqual([
      'time │ A                            │ B',
      '─────┼──────────────────────────────┼─────────────────────────────',
      '   1 │ line 2  reads `hits` → 5     │',
      '   2 │ line 2  waits at `await`     │',
      '   3 │                              │ line 2  reads `hits` → 5',
      '   4 │                              │ line 5  writes `hits` ← 6',
      '   5 │ line 5  writes `hits` ← 6    │',
      "     │         ✗ B's update is lost │",
    ]);
  });

  test('puts a value that does not fit beside the words on a line of its own', () => {
    const long = [step('A', 'write', 'writes `sessions:{id}`', 'a list without the changes of B')];
    const drawing = drawWitness(long, { lineOf, width: 80, paint: plain });
    expect(
      drawing
        .split('\n')
        .slice(2)
        .map((line) => line.trimEnd()),
    ).toEqual([
      '   1 │ line 5  writes `sessions:{id}` │',
      '     │         ← a list without the   │',
      '     │         changes of B           │',
    ]);
  });

  test('shortens a long name, and keeps the words around it', () => {
    const name = 'sessions:${tenant.organisation.identifier}:${user.identifier}';
    const drawing = drawWitness([step('A', 'read', `reads \`${name}\` again`, '5')], {
      lineOf,
      width: 80,
      paint: plain,
    });
    expect(drawing).toMatch(/reads `sessions:\S*…` again/u);
    expect(drawing).toContain('→ 5');
  });

  test.each([80, 100, 120])('is never wider than %i columns', (width) => {
    const steps = [
      ...lostUpdate,
      step('A', 'write', `writes \`${'名前'.repeat(40)}\``, 'x'.repeat(300)),
      step('B', 'suspend', 'waits '.repeat(60)),
    ];
    const lines = drawWitness(steps, { lineOf, width, paint: plain }).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  test('says the same in colours', () => {
    const options = { lineOf, width: 100 };
    const painted = drawWitness(lostUpdate, { ...options, paint: painter(true) });
    expect(painted).not.toBe(stripVTControlCharacters(painted));
    expect(stripVTControlCharacters(painted)).toBe(drawWitness(lostUpdate, { ...options, paint: plain }));
  });
});
