/** `--format json`: ESLint's own; with `--explain`, each message has its witness, too. */
import type { ESLint, Linter } from 'eslint';
import type { Execution, WitnessStep } from '../../analysis/race.js';
import { findingsOfFile, isRaceFinding, type Finding } from '../findings.js';
import type { Report } from '../report.js';

/** A step of a witness; lines and columns count from 1, as in ESLint's messages. */
interface JsonStep {
  readonly execution: Execution;
  readonly action: WitnessStep['action'];
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly value?: string;
  readonly loses?: boolean;
}

type ExplainedMessage = Linter.LintMessage & { readonly witness?: readonly JsonStep[] };

export async function formatJson(report: Report): Promise<string> {
  const { results, options } = report;
  const explained = options.explain ? results.map((result) => withWitnesses(result, report)) : [...results];
  const formatter = await report.eslint.loadFormatter('json');
  return formatter.format(explained);
}

function withWitnesses(result: ESLint.LintResult, report: Report): ESLint.LintResult {
  return { ...result, messages: findingsOfFile(result, report).map(withWitness) };
}

function withWitness(finding: Finding): ExplainedMessage {
  if (!isRaceFinding(finding)) return finding.message;
  const { message, race, code } = finding;
  const witness = race.witness.map(({ range, ...step }) => {
    const start = code.getLocFromIndex(range.start);
    const end = code.getLocFromIndex(range.end);
    return {
      ...step,
      line: start.line,
      column: start.column + 1,
      endLine: end.line,
      endColumn: end.column + 1,
    };
  });
  return { ...message, witness };
}
