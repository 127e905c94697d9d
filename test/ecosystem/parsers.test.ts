import babelParser from '@babel/eslint-parser';
import tsParser from '@typescript-eslint/parser';
import { Linter as Linter10 } from 'eslint';
import { Linter as Linter9 } from 'eslint-v9';
import interleave from 'eslint-plugin-interleave';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';

const CORPUS = new URL('../corpus/', import.meta.url);

/** The modules of the corpus in plain JavaScript, or in TypeScript. */
function corpus(extensions: RegExp): readonly { readonly name: string; readonly text: string }[] {
  return ['no-get-then-set', 'no-await-between-read-and-write'].flatMap((rule) =>
    ['racy', 'safe'].flatMap((side) =>
      readdirSync(new URL(`${rule}/${side}/`, CORPUS))
        .filter((file) => extensions.test(file))
        .map((file) => ({
          name: `${rule}/${side}/${file}`,
          text: readFileSync(new URL(`${rule}/${side}/${file}`, CORPUS), 'utf8'),
        })),
    ),
  );
}

function reports(
  Linter: typeof Linter10,
  text: string,
  filename: string,
  parser?: Linter10.Parser,
): readonly unknown[] {
  const config: Linter10.Config[] = [
    {
      files: ['**'],
      languageOptions: {
        sourceType: extname(filename) === '.cjs' ? 'commonjs' : 'module',
        ...(parser && { parser }),
        parserOptions: { requireConfigFile: false, ecmaFeatures: { jsx: true } },
      },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    interleave.configs.strict,
  ];
  return new Linter().verify(text, config, { filename }).map((message) => {
    const { ruleId, line, column, endLine, endColumn, suggestions } = message;
    return { ruleId, text: message.message, line, column, endLine, endColumn, suggestions };
  });
}

/** Enough of the corpus to meet every kind of report and suggestion. */
const SCRIPTS = corpus(/\.[cm]?js$/u).filter((_, index) => index % 3 === 0);
const TYPED = corpus(/\.tsx?$/u).filter((_, index) => index % 6 === 0);

test('the corpus holds modules of both kinds', () => {
  expect(SCRIPTS.length).toBeGreaterThan(50);
  expect(TYPED.length).toBeGreaterThan(50);
});

// The two majors describe the same class in types of their own.
const Older = Linter9 as unknown as typeof Linter10;

describe('the parser in use makes no difference', () => {
  // Babel 7's parser knows ESLint up to 9.
  test.each([
    ['@typescript-eslint/parser', tsParser, Linter10],
    ['@babel/eslint-parser', babelParser as unknown as Linter10.Parser, Older],
  ])('%s reports what espree does, with the same suggestions', (_, parser, Linter) => {
    for (const { name, text } of SCRIPTS) {
      expect(reports(Linter, text, name, parser), name).toEqual(reports(Linter, text, name));
    }
  });
});

test('ESLint 9 reports what ESLint 10 does', () => {
  for (const { name, text } of SCRIPTS) {
    expect(reports(Older, text, name), name).toEqual(reports(Linter10, text, name));
  }
  for (const { name, text } of TYPED) {
    expect(reports(Older, text, name, tsParser), name).toEqual(reports(Linter10, text, name, tsParser));
  }
});
