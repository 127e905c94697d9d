/** A file is read, changed and written back with no lock that other processes respect. */
import type { RaceOf } from '../analysis/race.js';
import { rewriteToFileLock } from '../fixes/file-lock.js';
import { rewriteToSyncFileLock } from '../fixes/sync-file-lock.js';
import { describeResource, lineOf, lineOfAccess } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noFileReadModifyWrite = defineRaceRule({
  name: 'no-file-read-modify-write',
  kind: 'file-read-modify-write',
  description: 'Disallow writing a file from what was read of it before another writer could change it',
  describe(race, sourceCode) {
    const others =
      race.rivals === 'calls' ? othersOf(race, sourceCode) : '; another process can write it in between';
    return {
      loss: `Lost update: ${describeResource(race.write.resource)} is written from what was read before another writer could change it`,
      how: `\`${race.read.method}\` reads it on line ${lineOfAccess(race.read, sourceCode)}${others}.${moreOf(race)}`,
      remedy: race.locked
        ? 'Hold a file lock from the read to the write, too.'
        : 'Hold a file lock from the read to the write.',
    };
  },
  rewrites: [rewriteToFileLock, rewriteToSyncFileLock],
});

type SourceCode = Parameters<typeof lineOf>[1];

function othersOf({ suspension }: RaceOf<'file-read-modify-write'>, sourceCode: SourceCode): string {
  return suspension ? `; others run while line ${lineOf(suspension, sourceCode)} waits` : '';
}

/** What looks as if it would help, and does not. */
function moreOf({ replaced, locked }: RaceOf<'file-read-modify-write'>): string {
  if (locked) return ' The lock in memory excludes this process only.';
  return replaced === 'whole'
    ? ' The file is replaced in one step, which still loses what another has written.'
    : '';
}
