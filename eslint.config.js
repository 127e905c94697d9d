import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import interleave from './eslint-plugin/dist/index.js';

const nodeGlobals = Object.fromEntries(
  [
    'console',
    'process',
    'performance',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'URL',
  ].map((name) => [name, 'readonly']),
);

export default defineConfig([
  // Fixtures and corpora are racy on purpose.
  globalIgnores(['**/dist/', '.vscode-test/', 'test/.tmp/', 'fixtures/', 'test/corpus/*/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Node types are compared as the strings they are: other parsers do not share the enum.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // The types describe what typescript-eslint's parser gives; other parsers leave out or add.
    files: ['eslint-plugin/src/analysis/lower/**'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: nodeGlobals },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  interleave.configs.recommended,
  interleave.configs.strict,
  prettier,
]);
