/** Races in words. The first sentence stands alone; the second says how; the third what to do. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { GetThenSetRace, Resource } from '../analysis/race.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

export interface Description {
  readonly loss: string;
  readonly how: string;
  readonly remedy: string;
}

export function describeGetThenSet(race: GetThenSetRace, sourceCode: SourceCode): Description {
  const read = race.read.via ?? race.read.range;
  const readLine = sourceCode.getLocFromIndex(read.start).line;
  const waitLine = race.suspension && sourceCode.getLocFromIndex(race.suspension.start).line;
  const wait = waitLine === undefined ? '' : `; others run while line ${waitLine} waits`;
  return {
    loss: `${describeResource(race.write.resource)} is set from a value read before another caller could write it`,
    how: `\`${race.read.method}\` reads it on line ${readLine}${wait}.`,
    remedy: remedyOf(race),
  };
}

function describeResource({ key, field }: Resource): string {
  return field === undefined ? `\`${key}\`` : `\`${field}\` of \`${key}\``;
}

function remedyOf(race: GetThenSetRace): string {
  if (race.update.kind === 'increment') return 'Let the store add: use an atomic increment.';
  return 'Use an atomic operation, a compare-and-set loop, or a lock around both.';
}
