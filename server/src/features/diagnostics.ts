/** Findings as diagnostics: the race where it is reported, and a hint at each of its other steps. */
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
} from 'vscode-languageserver-types';
import type { Finding, UnusedDirective } from '../engine/wire.js';
import type { CheckedFile } from '../engine/wire.js';
import type { DiagnosticData } from './diagnostic-data.js';
import { describeStep, firstSentence } from './words.js';

export const SOURCE = 'interleave';

export interface DiagnosticOptions {
  /** ESLint's own extension reports what its configuration reports: only hints are left to us. */
  readonly companion: boolean;
  /** The client shows related information. */
  readonly related: boolean;
}

/** @param stamp The state of the text that was checked; null for a file that is not open. */
export function toDiagnostics(
  uri: string,
  { findings, unused, isReportedByESLint }: CheckedFile,
  stamp: string | null,
  { companion, related }: DiagnosticOptions,
): Diagnostic[] {
  const isSilent = companion && isReportedByESLint;
  const state = { uri, stamp };
  const diagnostics = [
    ...(isSilent ? [] : findings.map((finding) => ofRace(finding, state))),
    ...ofSteps(findings, state, isSilent),
    ...(isSilent ? [] : unused.map((directive) => ofUnused(directive, state))),
  ];
  if (!related) for (const diagnostic of diagnostics) delete diagnostic.relatedInformation;
  return diagnostics;
}

interface State {
  readonly uri: string;
  readonly stamp: string | null;
}

function ofRace(finding: Finding, { uri, stamp }: State): Diagnostic {
  const { rule, range, documentation, rewrites, disableLine, disableFile } = finding;
  const data: DiagnosticData = {
    kind: 'race',
    uri,
    stamp,
    rule,
    position: range.start,
    rewrites: rewrites.map(({ title, edits }) => ({ title, edits: [...edits] })),
    disableLine,
    disableFile,
    ...(documentation !== undefined && { documentation }),
  };
  return {
    range,
    severity: severityOf(finding),
    source: SOURCE,
    code: rule,
    ...(documentation !== undefined && { codeDescription: { href: documentation } }),
    message: finding.message,
    relatedInformation: stepsOf(finding),
    data,
  };
}

function stepsOf({ steps }: Finding): DiagnosticRelatedInformation[] {
  return steps.map((step) => ({ location: step.location, message: describeStep(step) }));
}

const SEVERITY_OF = {
  certain: DiagnosticSeverity.Error,
  likely: DiagnosticSeverity.Warning,
  possible: DiagnosticSeverity.Information,
} as const;

/** How sure a race is, and never more severe than configured. */
function severityOf({ certainty, severity }: Finding): DiagnosticSeverity {
  const most = severity === 1 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
  return Math.max(SEVERITY_OF[certainty], most) as DiagnosticSeverity;
}

/** One hint at each place where a race has a step, however many races and steps have it. */
function ofSteps(findings: readonly Finding[], state: State, alsoAtReport: boolean): Diagnostic[] {
  const places = new Map<string, { range: Range; text: string; races: Finding[] }>();
  for (const finding of findings) {
    for (const { location, text } of finding.steps) {
      // A step in another file is shown there, where that one is checked.
      if (location.uri !== state.uri) continue;
      if (!alsoAtReport && keyOf(location.range) === keyOf(finding.range)) continue;
      const key = keyOf(location.range);
      const place = places.get(key) ?? { range: location.range, text, races: [] };
      if (!place.races.includes(finding)) place.races.push(finding);
      places.set(key, place);
    }
  }
  return [...places.values()].map((place) =>
    ofStep(place.range, place.text, place.races, state, alsoAtReport),
  );
}

function ofStep(
  range: Range,
  text: string,
  races: readonly Finding[],
  { uri, stamp }: State,
  withSteps: boolean,
): Diagnostic {
  const lines = [...new Set(races.map((race) => race.range.start.line + 1))];
  const where = `${lines.length === 1 ? 'the race reported on line' : 'races reported on lines'} ${lines.join(', ')}`;
  const data: DiagnosticData = { kind: 'step', uri, stamp, position: range.start };
  return {
    range,
    severity: DiagnosticSeverity.Hint,
    source: SOURCE,
    ...(races[0] && { code: races[0].rule }),
    message: `${text}: a step of ${where}.`,
    relatedInformation: races.flatMap((race) => [
      { location: { uri, range: race.range }, message: firstSentence(race.message) },
      ...(withSteps ? stepsOf(race) : []),
    ]),
    data,
  };
}

function ofUnused({ message, range, removal }: UnusedDirective, { uri, stamp }: State): Diagnostic {
  const data: DiagnosticData = { kind: 'unused', uri, stamp, ...(removal && { removal }) };
  return {
    range,
    severity: DiagnosticSeverity.Hint,
    tags: [DiagnosticTag.Unnecessary],
    source: SOURCE,
    message,
    data,
  };
}

function keyOf({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
