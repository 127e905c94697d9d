/** A race in SARIF's terms: the interleaving, the accesses, the rewrites. */
import type { Linter, SourceCode } from 'eslint';
import type { ArtifactLocation, CodeFlow, Fix, Location, ThreadFlowLocation } from 'sarif';
import { isPair, type PairRace, type Race, type SourceRange, type WitnessStep } from '../../analysis/race.js';
import type { RaceFinding } from '../findings.js';
import { describeLoss, describeStep } from '../witness-text.js';
import { regionOf } from './sarif-places.js';

/** The witness: a thread flow for each execution, over which `executionOrder` counts on. */
export function codeFlowOf({ race, code }: RaceFinding, artifact: ArtifactLocation): CodeFlow {
  const timed = race.witness.map((step, index) => ({ step, time: index + 1 }));
  return {
    message: { text: 'Two executions, A and B, whose steps interleave so that an update is lost.' },
    threadFlows: (['A', 'B'] as const).map((execution) => ({
      id: execution,
      message: { text: `Execution ${execution}` },
      locations: timed
        .filter(({ step }) => step.execution === execution)
        .map(({ step, time }) => stepAt(step, time, code, artifact)),
    })),
  };
}

function stepAt(
  step: WitnessStep,
  time: number,
  code: SourceCode,
  artifact: ArtifactLocation,
): ThreadFlowLocation {
  const loss = describeLoss(step);
  const what = `${step.execution} ${describeStep(step)}${loss === undefined ? '' : `: ${loss}`}`;
  return {
    executionOrder: time,
    importance: step.action === 'suspend' ? 'important' : 'essential',
    location: locationOf(step.range, code, artifact, what),
  };
}

/** What the race is made of, apart from the racing write, which is the result's own place. */
export function relatedLocationsOf({ race, code }: RaceFinding, artifact: ArtifactLocation): Location[] {
  const places: [SourceRange | undefined, string][] = isPair(race)
    ? placesOfPair(race)
    : placesOfWitness(race);
  return places
    .filter((place): place is [SourceRange, string] => place[0] !== undefined)
    .map(([range, text], index) => ({ id: index + 1, ...locationOf(range, code, artifact, text) }));
}

function placesOfPair({ read, write, suspension }: PairRace): [SourceRange | undefined, string][] {
  return [
    [read.via ?? read.range, `\`${read.resource.key}\` is read here.`],
    [read.via && read.range, 'This is the read itself.'],
    [suspension, 'Another execution can run here.'],
    [write.via && write.range, 'This is the write itself.'],
  ];
}

/** Of a race without a pair, the steps elsewhere tell what it is made of. */
function placesOfWitness({ place, witness }: Race): [SourceRange, string][] {
  const elsewhere = witness.filter(({ range }) => range.start !== place.start || range.end !== place.end);
  return elsewhere.map((step) => [step.range, `${describeStep(step)}.`]);
}

/** Every rewrite as a fix of its own. */
export function fixesOf(
  suggestions: readonly Linter.LintSuggestion[],
  code: SourceCode,
  artifact: ArtifactLocation,
): Fix[] {
  return suggestions.map(({ desc, fix }) => ({
    description: { text: desc },
    artifactChanges: [
      {
        artifactLocation: artifact,
        replacements: [
          {
            deletedRegion: regionOf({ start: fix.range[0], end: fix.range[1] }, code),
            insertedContent: { text: fix.text },
          },
        ],
      },
    ],
  }));
}

function locationOf(
  range: SourceRange,
  code: SourceCode,
  artifact: ArtifactLocation,
  text: string,
): Location {
  return {
    message: { text },
    physicalLocation: { artifactLocation: artifact, region: regionOf(range, code) },
  };
}
