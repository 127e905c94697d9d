/**
 * `--format sarif`: SARIF 2.1.0. A race is a result with one code flow of two thread flows, one for each
 * execution; `executionOrder` tells how their steps interleave.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Invocation, ReportingDescriptor, Result } from 'sarif';
import interleave from '../../index.js';
import { findingsOf, isRaceFinding, type Finding } from '../findings.js';
import type { Report } from '../report.js';
import { RULE_PREFIX } from '../results.js';
import { packageVersion } from '../version.js';
import { codeFlowOf, fixesOf, relatedLocationsOf } from './sarif-race.js';
import { artifactAt, regionOfMessage, rootUri, SOURCE_ROOT } from './sarif-places.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function formatSarif(report: Report): string {
  const findings = findingsOf(report);
  const run = new SarifRunBuilder({
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [SOURCE_ROOT]: { uri: rootUri(report.cwd) } },
    // Listed here so that they have their base; the builder adds those that are missing without.
    artifacts: [...new Set(findings.map(({ path }) => path))].map((path) => ({
      location: artifactAt(report.cwd, path),
      sourceLanguage: /\.[cm]?tsx?$/u.test(path) ? 'typescript' : 'javascript',
    })),
    invocations: [invocationOf(findings, report.cwd)],
  }).initSimple({ toolDriverName: 'interleave', toolDriverVersion: packageVersion() });

  for (const rule of ruleDescriptors()) run.addRule(new SarifRuleBuilder(rule));
  for (const finding of findings) {
    if (finding.message.ruleId === null) continue;
    run.addResult(new SarifResultBuilder(resultOf(finding, finding.message.ruleId, report.cwd)));
  }
  const log = new SarifBuilder({ $schema: SCHEMA });
  log.addRun(run);
  return JSON.stringify(log.buildSarifOutput(), null, 2);
}

function resultOf(finding: Finding, ruleId: string, cwd: string): Result {
  const { message, path, code } = finding;
  const artifact = artifactAt(cwd, path);
  return {
    ruleId,
    level: levelOf(message.severity),
    message: { text: message.message },
    locations: [{ physicalLocation: { artifactLocation: artifact, region: regionOfMessage(message) } }],
    ...(isRaceFinding(finding) && {
      codeFlows: [codeFlowOf(finding, artifact)],
      relatedLocations: relatedLocationsOf(finding, artifact),
    }),
    ...(code && message.suggestions?.length && { fixes: fixesOf(message.suggestions, code, artifact) }),
  };
}

/** What kept a file from being checked is no result, but a notification. */
function invocationOf(findings: readonly Finding[], cwd: string): Invocation {
  const others = findings.filter(({ message }) => message.ruleId === null);
  return {
    executionSuccessful: !others.some(({ message }) => message.fatal),
    toolExecutionNotifications: others.map(({ message, path }) => ({
      level: levelOf(message.severity),
      message: { text: message.message },
      locations: [
        { physicalLocation: { artifactLocation: artifactAt(cwd, path), region: regionOfMessage(message) } },
      ],
    })),
  };
}

function ruleDescriptors(): ReportingDescriptor[] {
  return Object.entries(interleave.rules).map(([name, { meta }]) => ({
    id: RULE_PREFIX + name,
    name,
    shortDescription: { text: meta?.docs?.description ?? name },
    ...(meta?.docs?.url !== undefined && { helpUri: meta.docs.url }),
    defaultConfiguration: { level: 'error' },
  }));
}

function levelOf(severity: 0 | 1 | 2): 'error' | 'warning' {
  return severity === 2 ? 'error' : 'warning';
}
