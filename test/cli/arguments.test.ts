import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../eslint-plugin/dist/cli/arguments.js';
import { Failure } from '../../eslint-plugin/dist/cli/failure.js';
import { hasConcurrency } from '../../eslint-plugin/dist/cli/lint.js';

test('without arguments the working directory is checked', () => {
  expect(parseCommand([])).toEqual({
    kind: 'check',
    options: {
      paths: ['.'],
      strict: false,
      explain: false,
      fixDryRun: false,
      format: 'stylish',
      concurrency: 'off',
      ignore: true,
    },
  });
});

test('options and paths mix in any order', () => {
  const args = [
    'src',
    '--strict',
    '--format',
    'sarif',
    'test',
    '--concurrency=4',
    '--explain',
    '--no-ignore',
  ];
  expect(parseCommand(args)).toMatchObject({
    options: {
      paths: ['src', 'test'],
      strict: true,
      explain: true,
      format: 'sarif',
      concurrency: 4,
      ignore: false,
    },
  });
});

test('what follows -- is a path, whatever it looks like', () => {
  expect(parseCommand(['--', '--strict'])).toMatchObject({ options: { paths: ['--strict'], strict: false } });
});

test('code on standard input has a name that says how to read it', () => {
  expect(parseCommand(['--stdin'])).toMatchObject({ options: { stdin: { filename: 'stdin.ts' } } });
  expect(parseCommand(['--stdin', '--stdin-filename', 'a.jsx'])).toMatchObject({
    options: { stdin: { filename: 'a.jsx' } },
  });
});

describe('a command line that is wrong is refused in one line that names what is wrong', () => {
  test.each([
    [['--sctrict'], /--sctrict/u],
    [['--format', 'xml'], /'xml'.*stylish, json, sarif, github/u],
    [['--format'], /--format/u],
    [['--strict=yes'], /--strict/u],
    [['--concurrency', '0'], /'0'/u],
    [['--concurrency', '-1'], /--concurrency/u],
    [['--concurrency', '1.5'], /'1.5'/u],
    [['--concurrency', 'many'], /'many'/u],
    [['--stdin', 'src'], /--stdin/u],
    [['--stdin-filename', 'a.ts'], /--stdin/u],
  ])('%j', (args, words) => {
    const parse = () => parseCommand(args);
    expect(parse).toThrow(Failure);
    expect(parse).toThrow(words);
    expect(parse).not.toThrow(/\n/u);
  });
});

test('ESLint checks in threads from version 9.34 on', () => {
  expect(['9.15.0', '9.33.9', '9.34.0', '9.100.1', '10.0.0-rc.1'].map(hasConcurrency)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
