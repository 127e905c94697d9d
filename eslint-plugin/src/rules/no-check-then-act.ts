/** What a check has found decides about an act that comes after others could have acted on it, too. */
import type { CheckThenActShape, RaceOf } from '../analysis/race.js';
import { rewriteToClaim } from '../fixes/check-then-act/claim.js';
import { rewriteToExclusive } from '../fixes/check-then-act/exclusive.js';
import { rewriteToForce } from '../fixes/check-then-act/force.js';
import { rewriteToRecursive } from '../fixes/check-then-act/recursive.js';
import { rewriteToTake } from '../fixes/check-then-act/take.js';
import { describeResource, lineOf, lineOfAccess } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noCheckThenAct = defineRaceRule({
  name: 'no-check-then-act',
  kind: 'check-then-act',
  description: 'Disallow acting on what an earlier check of the same key or path has found',
  describe(race, sourceCode) {
    const wait = race.suspension
      ? `; others run while line ${lineOf(race.suspension, sourceCode)} waits`
      : '; another process can act in between';
    return {
      loss: lossOf(race),
      how: `\`${race.read.method}\` checks it on line ${lineOfAccess(race.read, sourceCode)}${wait}.`,
      remedy: remedyOf(race),
    };
  },
  rewrites: [rewriteToClaim, rewriteToTake, rewriteToRecursive, rewriteToForce, rewriteToExclusive],
});

function lossOf({ shape, of, read, write }: RaceOf<'check-then-act'>): string {
  if (shape === 'limit' && of === 'files')
    return `Over the limit: what ${describeResource(read.resource)} holds is counted before one more is made, so two callers both pass`;
  return LOSSES[shape](describeResource(write.resource));
}

const LOSSES: Readonly<Record<CheckThenActShape, (name: string) => string>> = {
  claim: (name) => `Claimed twice: ${name} is found free and then set, so two callers both claim it`,
  lock: (name) => `Locked twice: ${name} is found free and then set, so two callers both hold it`,
  create: (name) => `Created twice: ${name} is found missing and then written, so one overwrites the other`,
  take: (name) => `Taken twice: ${name} is looked at and then taken from, so two callers get the same`,
  limit: (name) =>
    `Over the limit: ${name} is checked against a bound and then changed, so two callers both pass`,
  change: (name) =>
    `Changed twice: ${name} is compared and then set, so two callers both pass the comparison`,
  overwrite: (name) => `Overwritten: ${name} is found there and then written, after it may have gone`,
  delete: (name) =>
    `Gone already: ${name} is checked and then deleted, after another may have replaced or deleted it`,
  directory: (name) => `Made twice: ${name} is found missing and then made, so the second \`mkdir\` fails`,
  move: (name) =>
    `Moved twice: ${name} is checked and then moved, after another may have moved or replaced it`,
  copy: (name) => `Copied over: ${name} is found missing and then copied to, so one overwrites the other`,
  numbered: (name) =>
    `Numbered twice: ${name} is named by what is there already, so two callers write the same`,
};

function remedyOf({ shape, of }: RaceOf<'check-then-act'>): string {
  return of === 'files' ? FILE_REMEDIES[shape] : KEY_REMEDIES[shape];
}

const CLAIM = 'Claim it in one step (`SET … NX`) and look at the answer.';

const KEY_REMEDIES: Readonly<Record<CheckThenActShape, string>> = {
  claim: CLAIM,
  lock: CLAIM,
  create: 'Write it only where it is missing (`SET … NX`), and look at the answer.',
  take: 'Take it in one step, and work with what that gives.',
  limit: 'Count first and look at the new count, or do both in a script.',
  change: 'Compare and set in one step: a script, or a condition on the write.',
  overwrite: 'Write it only where it is there (`SET … XX`), and look at the answer.',
  delete: 'Compare and delete in one script.',
  directory: CLAIM,
  move: CLAIM,
  copy: CLAIM,
  numbered: CLAIM,
};

const CREATE_FILE = "Create it with the flag `'wx'`, and handle `EEXIST`.";

const FILE_REMEDIES: Readonly<Record<CheckThenActShape, string>> = {
  claim: CREATE_FILE,
  lock: CREATE_FILE,
  create: CREATE_FILE,
  take: 'Rename it first: only one caller can.',
  limit: 'Hold a file lock around both.',
  change: 'Hold a file lock around both.',
  overwrite: 'Open it once, and work with the handle.',
  delete: 'Delete it with `force: true`, or handle `ENOENT`.',
  directory: 'Make it with `recursive: true`.',
  move: 'Move it without the check, and handle the error.',
  copy: 'Copy with `COPYFILE_EXCL`, and handle `EEXIST`.',
  numbered: "Create it with the flag `'wx'`, and try the next number on `EEXIST`.",
};
