import { expect, test } from 'vitest';
import { drawExcerpt } from '../../eslint-plugin/dist/cli/excerpt.js';
import { canPaint, outputWidth, painter } from '../../eslint-plugin/dist/cli/paint.js';
import { displayWidth, pad, truncate, wrap } from '../../eslint-plugin/dist/cli/text-layout.js';

test('wide characters take two columns, marks none', () => {
  expect(displayWidth('key')).toBe(3);
  expect(displayWidth('鍵')).toBe(2);
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('\u001B[31mred\u001B[39m')).toBe(3);
});

test('padding fills up to a width and cuts nothing', () => {
  expect(pad('鍵', 4)).toBe('鍵  ');
  expect(pad('longer', 3)).toBe('longer');
});

test('wrapping breaks between words, and inside a word that is too long', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  expect(wrap('', 10)).toEqual(['']);
});

test('wrapping comes to an end where not even one character fits', () => {
  expect(wrap('鍵鍵', 1)).toEqual(['鍵', '鍵']);
});

test('truncating marks that something is missing', () => {
  expect(truncate('abcdef', 6)).toBe('abcdef');
  expect(truncate('abcdefg', 6)).toBe('abcde…');
});

test('an excerpt shows each line once, in order, with its gaps', () => {
  const lines = ['function f() {', '\tread();', '\tgo();', '', '\twrite();', '}'];
  expect(drawExcerpt(lines, [5, 2, 3, 2], { width: 80, paint: painter(false) }).split('\n')).toEqual([
    '2 │ read();',
    '3 │ go();',
    '⋮ │',
    '5 │ write();',
  ]);
});

test('colours are for terminals, and NO_COLOR counts most', () => {
  const terminal = { isTTY: true };
  expect(canPaint(terminal, {})).toBe(true);
  expect(canPaint({}, {})).toBe(false);
  expect(canPaint(terminal, { TERM: 'dumb' })).toBe(false);
  expect(canPaint({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(canPaint(terminal, { FORCE_COLOR: '0' })).toBe(false);
  expect(canPaint(terminal, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

test('the output is as wide as the terminal, between 80 and 120 columns, and 100 wide elsewhere', () => {
  expect([40, 90, 300].map((columns) => outputWidth({ columns }))).toEqual([80, 90, 120]);
  expect(outputWidth({})).toBe(100);
});
