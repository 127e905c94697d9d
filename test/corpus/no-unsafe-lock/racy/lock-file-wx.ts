import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.js';

export async function buildOnce(folder: string): Promise<void> {
  const lock = join(folder, '.build.lock');
  await writeFile(lock, String(process.pid), { flag: 'wx' }); // RACE
  try {
    await build(folder);
  } finally {
    await unlink(lock);
  }
}
