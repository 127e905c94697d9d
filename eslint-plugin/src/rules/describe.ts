/** Races in words. The first sentence stands alone; the second says how; the third what to do. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { GetThenSetRace, Resource, StaleWriteRace } from '../analysis/race.js';

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
    loss: `Lost update: ${describeResource(race.write.resource)} is set from a value read before another caller could write it`,
    how: `\`${race.read.method}\` reads it on line ${readLine}${wait}.`,
    remedy: remedyOf(race),
  };
}

export function describeStaleWrite(race: StaleWriteRace, sourceCode: SourceCode): Description {
  const readLine = sourceCode.getLocFromIndex((race.read.via ?? race.read.range).start).line;
  const waitLine = sourceCode.getLocFromIndex(race.suspension.start).line;
  const name = describeResource(race.write.resource);
  const verb = race.dependence === 'data' ? 'read' : 'checked';
  return {
    loss: lossOf(race, name),
    how: `It is ${verb} on line ${readLine}; others run while line ${waitLine} waits.`,
    remedy: STALE_WRITE_REMEDIES[race.shape],
  };
}

function lossOf(race: StaleWriteRace, name: string): string {
  switch (race.shape) {
    case 'update':
      return `Lost update: ${name} is set from a value read before another call could write it`;
    case 'lazy-init':
    case 'entry':
      return `Made twice: ${name} is checked, awaited and then set, so two calls both set it`;
    case 'flag':
      return `Too late: ${name} is set after a wait, so two calls both pass its check`;
  }
}

const STALE_WRITE_REMEDIES: Readonly<Record<StaleWriteRace['shape'], string>> = {
  update: 'Await first and update in one step, or hold a mutex around both.',
  'lazy-init': 'Keep the promise instead of what it gives, or hold a mutex.',
  entry: 'Set the entry before the wait, keep the promise, or hold a mutex.',
  flag: 'Set it before the wait, or hold a mutex.',
};

function describeResource({ key, field }: Resource): string {
  return field === undefined ? `\`${key}\`` : `\`${field}\` of \`${key}\``;
}

function remedyOf(race: GetThenSetRace): string {
  if (race.update.kind === 'increment') return 'Let the store add: use an atomic increment.';
  return 'Use an atomic operation, a compare-and-set loop, or a lock around both.';
}
