import { unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { restore } from './restore.mjs';

const BUSY = '/var/lib/backups/.restoring';

async function enter(archive) {
  for (let rounds = 0; rounds < 60; rounds++) {
    try {
      await writeFile(BUSY, archive, { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await pause(1000);
  }
  throw new Error('a restore has been running for a minute');
}

const [archive] = process.argv.slice(2);
await enter(archive);
try {
  await restore(archive);
} finally {
  await unlink(BUSY);
}
