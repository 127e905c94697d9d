import { existsSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { restore } from './restore.mjs';

const BUSY = '/var/lib/backups/.restoring';

async function enter(archive) {
  let rounds = 0;
  while (existsSync(BUSY)) {
    rounds += 1;
    if (rounds > 60) throw new Error('a restore has been running for a minute');
    await pause(1000);
  }
  await writeFile(BUSY, archive); // RACE
}

const [archive] = process.argv.slice(2);
await enter(archive);
try {
  await restore(archive);
} finally {
  await unlink(BUSY);
}
