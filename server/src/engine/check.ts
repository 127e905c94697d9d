/** One file through ESLint and the plugin: its findings, as plain data. */
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import plugin, {
  analyze,
  dependenciesOf,
  ruleOf,
  summaryOf,
  type AnalysisOptions,
  type Race,
} from 'eslint-plugin-interleave';
import { Linter, type Rule, type SourceCode } from 'eslint';
import type { FileRules } from './engines.js';
import { Findings } from './findings.js';
import { moduleParser, parse } from './parse/parse.js';
import type { Source } from './source.js';
import type { CheckedFile } from './wire.js';

/** Checks a file. Throws `AnalysisCancelled` soon after `isCancelled` gives true. */
export function checkFile(source: Source, rules: FileRules, isCancelled: () => boolean): CheckedFile {
  const { isReportedByESLint } = rules;
  const nothing = { findings: [], unused: [], isReportedByESLint, dependencies: [] };
  const code = parse(source, rules.languageOptions, isCancelled);
  if (!code) return nothing;
  const options = { settings: rules.settings, filename: source.filename, parser: moduleParser, isCancelled };
  const linter = new Linter({ configType: 'flat', cwd: rules.root });
  const messages = linter.verify(code, configFor(rules, options), { filename: source.filename });
  // ESLint makes another one where a parser gave no scopes.
  const checked = linter.getSourceCode();
  const races = racesByPlace(analyze(checked, options), checked, rules);
  const findings = new Findings(source, checked, rules);
  for (const message of messages) findings.add(message, races.get(placeOf(message))?.shift());
  return {
    isReportedByESLint,
    findings: findings.races,
    unused: findings.unused,
    dependencies: dependenciesOf(checked),
    print: printOf(checked),
  };
}

/** What importing files can see; where nothing tells what that is, all but layout and comments. */
function printOf(code: SourceCode): string {
  const seen = summaryOf(code) ?? code.ast.tokens.map(({ value }) => value).join('\n');
  return createHash('sha1').update(seen).digest('base64');
}

/** The name under which the check itself takes part as a rule. */
const SELF = 'interleave-server';

function configFor(rules: FileRules, options: AnalysisOptions): Linter.Config[] {
  // ESLint prepares scopes before it creates rules; then, and before any other rule asks, the analysis runs.
  const analysis: Rule.RuleModule = {
    create({ sourceCode }) {
      analyze(sourceCode, options);
      return {};
    },
  };
  const config: Linter.Config = {
    files: [`**/*${extname(options.filename ?? '')}`],
    plugins: { [SELF]: { rules: { analysis } }, [rules.namespace]: plugin },
    rules: { [`${SELF}/analysis`]: 'error', ...rules.rules },
    settings: { interleave: options.settings },
    linterOptions: { reportUnusedDisableDirectives: rules.reportsUnused ? 'warn' : 'off' },
  };
  return [config];
}

/** Races by the rule that reports them, and where. */
function racesByPlace(
  races: readonly Race[],
  code: SourceCode,
  { namespace }: FileRules,
): Map<string, Race[]> {
  const byPlace = new Map<string, Race[]>();
  for (const race of races) {
    const start = code.getLocFromIndex(race.place.start);
    const end = code.getLocFromIndex(race.place.end);
    const key = placeOf({
      ruleId: `${namespace}/${ruleOf(race.kind) ?? ''}`,
      line: start.line,
      column: start.column + 1,
      endLine: end.line,
      endColumn: end.column + 1,
    });
    const others = byPlace.get(key);
    if (others) others.push(race);
    else byPlace.set(key, [race]);
  }
  return byPlace;
}

type Place = Pick<Linter.LintMessage, 'ruleId' | 'line' | 'column' | 'endLine' | 'endColumn'>;

function placeOf({ ruleId, line, column, endLine, endColumn }: Place): string {
  return [ruleId, line, column, endLine, endColumn].join(' ');
}
