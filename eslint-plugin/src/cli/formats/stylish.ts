/** `--format stylish`: ESLint's own, with what `--explain` and `--fix-dry-run` add to it. */
import { stripVTControlCharacters } from 'node:util';
import { explain, summarize } from '../explain.js';
import { findingsOf } from '../findings.js';
import type { Report } from '../report.js';
import { showRewrite } from '../rewrite-diff.js';

export async function formatStylish(report: Report): Promise<string> {
  const { explain: explaining, fixDryRun } = report.options;
  if (!explaining && !fixDryRun) return asEslintDoes(report);
  const findings = findingsOf(report);
  const races = findings.filter(({ message }) => message.ruleId !== null);
  const parts = explaining
    ? findings.map((finding) => explain(finding, report))
    : [await asEslintDoes(report)];
  if (fixDryRun) parts.push(...races.map((finding) => showRewrite(finding, report)));
  if (fixDryRun && races.some(({ message }) => message.suggestions?.length)) {
    parts.push('Nothing was written. Each diff is the first rewrite of one race, by itself.\n');
  }
  if (explaining) parts.push(`${summarize(findings, report.results.length, report.paint)}\n`);
  return parts.filter(Boolean).join('\n');
}

async function asEslintDoes({ results, eslint, color }: Report): Promise<string> {
  const formatter = await eslint.loadFormatter('stylish');
  const output = await formatter.format([...results], { color });
  // ESLint 9 does not know that option, and judges by itself whether a terminal reads the output.
  return color ? output : stripVTControlCharacters(output);
}
