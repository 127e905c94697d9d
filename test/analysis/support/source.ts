import tsParser from '@typescript-eslint/parser';
import { Linter, type SourceCode } from 'eslint';
import * as espree from 'espree';

/** Parsers by name; `espree` is the one that ESLint brings. */
export const PARSERS = { typescript: tsParser, espree } as const;
export type ParserName = keyof typeof PARSERS;

/** A text as ESLint parses it. A text that does not parse is a mistake in the test. */
export function parse(
  text: string,
  parser: ParserName | Linter.Parser = 'typescript',
  filename = 'module.tsx',
): SourceCode {
  const linter = new Linter();
  const [message] = linter.verify(
    text,
    {
      files: ['**'],
      languageOptions: {
        parser: typeof parser === 'string' ? PARSERS[parser] : parser,
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
    },
    { filename },
  );
  if (message?.fatal) throw new Error(`${message.message} at ${message.line}:${message.column} in\n${text}`);
  return linter.getSourceCode();
}
