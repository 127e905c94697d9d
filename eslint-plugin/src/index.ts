/** eslint-plugin-interleave: the plugin object, and the analysis for tools. */
import { createRequire } from 'node:module';
import type { TSESLint } from '@typescript-eslint/utils';
import type { ESLint, Linter, Rule, SourceCode } from 'eslint';
import {
  analyze as analyzeSource,
  dependenciesOf as dependenciesOfSource,
  summaryOf as summaryOfSource,
} from './analysis/index.js';
import type { AnalysisOptions } from './analysis/options.js';
import type { Race } from './analysis/race.js';
import { sharedState as findSharedState, type SharedResource } from './analysis/shared-state.js';
import { RULES } from './rules/index.js';

export { AnalysisCancelled, type AnalysisOptions } from './analysis/options.js';
export type * from './analysis/race.js';
export { forgetModule, setModuleText } from './analysis/modules/texts.js';
export { SettingsError } from './analysis/settings.js';
export type { SharedAccess, SharedResource, SharingGuard } from './analysis/shared-state.js';
export { ruleOf } from './rules/index.js';

// ESLint's own types and typescript-eslint's describe the same objects in different words.
const rules = RULES as unknown as Record<string, Rule.RuleModule>;

interface InterleavePlugin extends ESLint.Plugin {
  readonly rules: Record<string, Rule.RuleModule>;
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly configs: { recommended: Linter.Config; strict: Linter.Config };
}

const plugin: InterleavePlugin = {
  meta: { name: 'eslint-plugin-interleave', version: readVersion(), namespace: 'interleave' },
  rules,
  configs: { recommended: {}, strict: {} },
};
plugin.configs.recommended = configOf('recommended', 'likely');
plugin.configs.strict = configOf('strict', 'possible');

/**
 * The races of one file, in source order; kept with the `SourceCode`, so that asking again costs nothing.
 * @param sourceCode A file as ESLint has parsed it, with any parser.
 * @throws {SettingsError} where `options.settings` does not fit its schema; never for any source text.
 */
export function analyze(sourceCode: SourceCode, options: AnalysisOptions = {}): readonly Race[] {
  return analyzeSource(sourceCode as unknown as TSESLint.SourceCode, options);
}

/**
 * What a file shares with other executions: each resource with its accesses, guarded or not.
 * @throws {SettingsError} where `options.settings` does not fit its schema; never for any source text.
 */
export function sharedState(
  sourceCode: SourceCode,
  options: AnalysisOptions = {},
): readonly SharedResource[] {
  return findSharedState(sourceCode as unknown as TSESLint.SourceCode, options);
}

/**
 * The modules, by absolute path, whose change can change the races of a file that `analyze` or a rule has seen:
 * whoever keeps results has to ask again when one of them changes.
 */
export function dependenciesOf(sourceCode: SourceCode): readonly string[] {
  return dependenciesOfSource(sourceCode as unknown as TSESLint.SourceCode);
}

/**
 * What a file that `analyze` or a rule has seen is to those who import it: as long as this text is the same, their races
 * are. Undefined where only the code itself tells.
 */
export function summaryOf(sourceCode: SourceCode): string | undefined {
  return summaryOfSource(sourceCode as unknown as TSESLint.SourceCode);
}

function configOf(name: string, certainty: 'likely' | 'possible'): Linter.Config {
  return {
    name: `interleave/${name}`,
    plugins: { interleave: plugin },
    rules: Object.fromEntries(
      Object.keys(rules).map((rule) => [`interleave/${rule}`, ['error', { certainty }]]),
    ),
  };
}

function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../package.json');
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : '0.0.0';
}

export default plugin;
