/** Lints a text with `require-atomic-updates` or with our rule, as ESLint itself reads JavaScript. */
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import type { Case, Outcome } from './cases.js';

const languageOptions: Linter.LanguageOptions = { globals: { process: 'readonly' } };

export function eslintOn(code: string, options: Case['options'] = {}): Outcome {
  return outcomeOf(code, { languageOptions, rules: { 'require-atomic-updates': ['error', options] } });
}

export function oursOn(code: string): Outcome {
  return outcomeOf(code, {
    languageOptions,
    plugins: { interleave },
    rules: { 'interleave/no-await-between-read-and-write': ['error', { certainty: 'likely' }] },
  });
}

/** @throws {SyntaxError} where the text does not parse. */
function outcomeOf(code: string, config: Linter.Config): Outcome {
  const messages = new Linter().verify(code, config);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  return messages.length > 0 ? 'reports' : 'silent';
}
