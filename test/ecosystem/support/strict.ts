import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';

/** Every rule at its most talkative, on any file, with the parser that suits its name. */
export const STRICT: Linter.Config[] = [
  { files: ['**'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: tsParser } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  interleave.configs.strict,
];

/** The reports of the plugin's rules, and the syntax error where there is one. Throws what a rule throws. */
export function reportsOn(text: string, filename: string): readonly Linter.LintMessage[] {
  return new Linter().verify(text, STRICT, { filename });
}

export function syntaxError(messages: readonly Linter.LintMessage[]): string | undefined {
  return messages.find((message) => message.fatal)?.message;
}
