/** How the command reads code: the part of its ESLint configuration that has no rules. */
import type { Linter } from 'eslint';
import { parser } from './parser.js';

const javascript = ['**/*.{js,mjs,cjs,jsx}'];
const typescript = ['**/*.{ts,mts,cts,tsx}'];

/** Which files are read, and how. JavaScript is read by ESLint's own parser, the fastest. */
export const languages: Linter.Config[] = [
  {
    name: 'interleave/languages',
    files: [...javascript, ...typescript],
    languageOptions: {
      parserOptions: {
        ecmaFeatures: { jsx: true },
        // Standard output is for results only.
        warnOnUnsupportedTypeScriptVersion: false,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  { name: 'interleave/typescript', files: typescript, languageOptions: { parser } },
];

/** Reads JavaScript that ESLint's own parser refuses: with decorators, Flow's types, old sloppy forms. */
export const lenient: Linter.Config = {
  name: 'interleave/lenient',
  files: javascript,
  languageOptions: { parser },
};

/** Made by a tool, or without code that runs. ESLint itself leaves out node_modules and .git. */
const ignored: Linter.Config = {
  name: 'interleave/ignored',
  ignores: ['**/dist/', '**/coverage/', '**/*.d.{ts,mts,cts}', '**/*.min.{js,mjs,cjs}'],
};

/** The whole configuration of the command around one of the plugin's own. */
export function configFor(rules: Linter.Config | readonly Linter.Config[]): Linter.Config[] {
  return [ignored, ...languages, ...[rules].flat()];
}
