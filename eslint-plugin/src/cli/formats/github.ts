/**
 * `--format github`: annotations of a GitHub workflow, as its runner reads them from standard output.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { findingsOf, isRaceFinding, messagesOf, type Finding, type RaceFinding } from '../findings.js';
import { shortPath } from '../paths.js';
import type { Report } from '../report.js';
import { diffOf } from '../rewrite-diff.js';
import { describeLoss, describeStep } from '../witness-text.js';

/** Annotations are matched to files by paths that are relative to the workspace. */
export function formatGithub({ results, options, base, cwd }: Report, env = process.env): string {
  const root = env['GITHUB_WORKSPACE'] ?? cwd;
  const isBrief = !options.explain && !options.fixDryRun;
  const findings = isBrief ? messagesOf(results) : findingsOf({ results, options, base });
  const commands = findings.map((finding) => {
    const path = shortPath(root, finding.path);
    const parts = [finding.message.message];
    if (options.explain && isRaceFinding(finding)) parts.push(listSteps(finding));
    if (options.fixDryRun) parts.push(...firstRewrite(finding, path));
    return `${annotation(finding, path, parts.join('\n\n'))}\n`;
  });
  return commands.join('');
}

function annotation({ message }: Finding, path: string, text: string): string {
  const command = message.severity === 2 ? 'error' : 'warning';
  const { line, endLine = line, column, endColumn } = message;
  const properties = Object.entries({
    file: path,
    line,
    endLine,
    // The runner takes columns within one line only.
    ...(line === endLine && { col: column, endColumn }),
    title: message.ruleId ?? undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
  return `::${command} ${properties.join(',')}::${escapeText(text)}`;
}

/** A list, since the runner shows annotations in letters of unequal width. */
function listSteps({ race, code }: RaceFinding): string {
  return race.witness
    .map((step, index) => {
      const line = code.getLocFromIndex(step.range.start).line;
      const loss = describeLoss(step);
      const what = `${describeStep(step)}${loss === undefined ? '' : `: ${loss}`}`;
      return `${(index + 1).toString()}. ${step.execution}, line ${line.toString()}: ${what}`;
    })
    .join('\n');
}

function firstRewrite({ code, message }: Finding, path: string): string[] {
  const suggestion = message.suggestions?.[0];
  return code && suggestion ? [`${suggestion.desc}:\n${diffOf(path, code, suggestion)}`] : [];
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
