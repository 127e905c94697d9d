import { describe, expect, test } from 'vitest';
import { kindOfRewrite, type Expectation } from '../support/expectation.js';
import { findProblems, findUnexpected } from './checks.js';
import type { Linted, Report, Suggestion } from './lint.js';

const RULE = 'interleave/no-get-then-set';

describe('the reading of a rewritten text', () => {
  const first = report(1, 'set(a)');
  const second = report(2, 'set(b)');

  test('accepts one report less', () => {
    const after = linted('set(x)\nset(b)', [report(2, 'set(b)')]);
    expect(
      findProblems({ before: linted('set(a)\nset(b)', [first, second]), after, answers: first }),
    ).toEqual([]);
  });

  test('refuses a report that stays', () => {
    const after = linted('set(a)', [report(1, 'set(a)')]);
    expect(findProblems({ before: linted('set(a)', [first]), after, answers: first })).toEqual([
      `is still or newly reported: ${RULE} at set(a)`,
    ]);
  });

  test('refuses a report that is new', () => {
    const after = linted('set(c)', [report(1, 'set(c)')]);
    expect(findProblems({ before: linted('set(a)', [first]), after, answers: first })).toEqual([
      `is still or newly reported: ${RULE} at set(c)`,
    ]);
  });

  test('refuses a text that has lost a comment', () => {
    const before = linted('set(a)', [first], [' why ', ' why ']);
    expect(findProblems({ before, after: linted('x()', [], [' why ']), answers: first })).toEqual([
      'has lost the comment "why"',
    ]);
  });

  test('refuses a text that does not parse', () => {
    const after = { ...linted('(', []), syntaxError: '1: Unexpected end' };
    expect(findProblems({ before: linted('set(a)', [first]), after, answers: first })).toEqual([
      'does not parse: 1: Unexpected end',
    ]);
  });
});

describe('the comparison with what a fixture expects', () => {
  const expectation: Expectation = {
    rule: RULE,
    reports: [{ write: 'set(a)', offers: ['lock'], never: ['increment'] }],
  };
  const reportWith = (...titles: string[]): Report => ({
    ...report(2, 'set(a)'),
    suggestions: titles.map(suggestion),
  });

  test('accepts what is expected', () => {
    expect(findUnexpected(linted('get(a)\nset(a)', [reportWith('Hold a Redis lock')]), expectation)).toEqual(
      [],
    );
  });

  test('tells a missing report, a missing rewrite and a wrong one', () => {
    expect(findUnexpected(linted('get(a)\nset(a)', []), expectation)).toEqual([
      `line 2 is not reported by ${RULE}`,
    ]);
    expect(findUnexpected(linted('get(a)\nset(a)', [reportWith()]), expectation)).toEqual([
      'line 2: no lock is offered',
    ]);
    const wrong = reportWith('Hold a Redis lock', 'Use INCR', 'Pray');
    expect(findUnexpected(linted('get(a)\nset(a)', [wrong]), expectation)).toEqual([
      'line 2: the title "Pray" tells no kind',
      'line 2: a wrong increment is offered',
    ]);
  });

  test('tells a report that nobody expects', () => {
    const reports = [reportWith('Hold a Redis lock'), report(1, 'get(a)')];
    expect(findUnexpected(linted('get(a)\nset(a)', reports), expectation)).toEqual([
      'line 1 is reported: lost',
    ]);
  });

  test('accepts no rewrite only where the fixture gives a reason', () => {
    const none: Expectation = {
      rule: RULE,
      reports: [{ write: 'set(a)', offers: 'none', because: 'of the test' }],
    };
    expect(findUnexpected(linted('get(a)\nset(a)', [reportWith()]), none)).toEqual([]);
    expect(findUnexpected(linted('get(a)\nset(a)', [reportWith('Use INCR')]), none)).toEqual([
      'line 2: a rewrite is offered, the fixture says that there is none',
    ]);
  });
});

test.each([
  ['Use `INCR`', 'increment'],
  ['Use `incrby`', 'increment'],
  ['Use `hIncrBy` and `expire`', 'increment'],
  ['Use HINCRBYFLOAT', 'increment'],
  ['Use `decr`', 'increment'],
  ['Write with a compare-and-set loop (Lua)', 'compare-and-set'],
  ['Hold a Redis lock from read to write', 'lock'],
  ['Run in a `Mutex` (needs `async-mutex`)', 'mutex'],
  ['Do something', undefined],
])('the title "%s" tells %s', (title, kind) => {
  expect(kindOfRewrite(title)).toBe(kind);
});

function linted(text: string, reports: readonly Report[], comments: readonly string[] = []): Linted {
  return { text, reports, comments };
}

function report(line: number, source: string): Report {
  return { rule: RULE, line, source, message: 'lost', suggestions: [] };
}

function suggestion(title: string): Suggestion {
  return { title, range: [0, 0], text: '' };
}
