/** The races behind ESLint's messages. Messages carry no hidden data, so the analysis is asked again. */
import { Linter, type ESLint, type SourceCode } from 'eslint';
import { analyze, type Race } from '../index.js';
import { isSureEnough } from '../rules/create-rule.js';
import { ruleOf } from '../rules/index.js';
import { languages, lenient } from './base-config.js';
import type { Report } from './report.js';
import { isRaceMessage, isSyntaxError, RULE_PREFIX } from './results.js';

/** A message, and what is known of it. */
export interface Finding {
  readonly path: string;
  readonly message: Linter.LintMessage;
  /** The code that the message is about, where it can be parsed. */
  readonly code?: SourceCode;
  /** The race that the message reports. */
  readonly race?: Race;
}

/** A finding that is explained. */
export type RaceFinding = Finding & Required<Pick<Finding, 'code' | 'race'>>;

export function isRaceFinding(finding: Finding): finding is RaceFinding {
  return finding.code !== undefined && finding.race !== undefined;
}

/** What is needed of a report to find its races: the directory ESLint worked in, and what was asked. */
type Run = Pick<Report, 'base' | 'options'>;

/** All messages of a report, in order, each with its race. Parses the files that have races again. */
export function findingsOf(report: Run & Pick<Report, 'results'>): Finding[] {
  return report.results.flatMap((result) => findingsOfFile(result, report));
}

/** All messages of ESLint's results, in order, without what lies behind them. */
export function messagesOf(results: readonly ESLint.LintResult[]): Finding[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map((message) => ({ path: filePath, message })),
  );
}

/** The messages of one file, each with its race. */
export function findingsOfFile(result: ESLint.LintResult, { base, options }: Run): Finding[] {
  const path = result.filePath;
  const code = result.messages.some(isRaceMessage) ? parse(result, base) : undefined;
  if (!code) return messagesOf([result]);
  const asked = options.strict ? 'possible' : 'likely';
  const reported = analyze(code, { filename: path }).filter(({ certainty }) =>
    isSureEnough(certainty, asked),
  );
  const races = racesByPlace(reported, code);
  return result.messages.map((message) => {
    // Two messages at one place are about two races.
    const race = races.get(placeKey(message.ruleId, message.line, message.column))?.shift();
    return { path, message, code, ...(race && { race }) };
  });
}

/** Reads a file as it was read for the result. */
function parse({ source, filePath }: ESLint.LintResult, base: string): SourceCode | undefined {
  if (source === undefined) return undefined;
  return (
    parseWith(languages, source, filePath, base) ?? parseWith([...languages, lenient], source, filePath, base)
  );
}

function parseWith(
  config: Linter.Config[],
  source: string,
  filename: string,
  base: string,
): SourceCode | undefined {
  const linter = new Linter({ configType: 'flat', cwd: base });
  const messages = linter.verify(source, config, { filename });
  return messages.some(isSyntaxError) ? undefined : linter.getSourceCode();
}

/** Races by the rule that reports them, and where. */
function racesByPlace(races: readonly Race[], code: SourceCode): Map<string, Race[]> {
  const byPlace = new Map<string, Race[]>();
  for (const race of races) {
    const { line, column } = code.getLocFromIndex(race.place.start);
    const key = placeKey(RULE_PREFIX + (ruleOf(race.kind) ?? ''), line, column + 1);
    const others = byPlace.get(key);
    if (others) others.push(race);
    else byPlace.set(key, [race]);
  }
  return byPlace;
}

/** Lines and columns count from 1, as in ESLint's messages. */
function placeKey(ruleId: string | null, line: number, column: number): string {
  return `${ruleId ?? ''}@${line.toString()}:${column.toString()}`;
}
