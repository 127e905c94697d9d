// safe: a lock file that is taken over when its holder is gone
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.js';

async function isHeld(lock: string): Promise<boolean> {
  const pid = Number(await readFile(lock, 'utf8'));
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function buildOnce(folder: string): Promise<boolean> {
  const lock = join(folder, '.build.lock');
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (await isHeld(lock)) return false;
    throw error;
  }
  try {
    await build(folder);
  } finally {
    await unlink(lock);
  }
  return true;
}
