import { mkdir, rmdir } from 'node:fs/promises';

const LOCK_DIR = '/tmp/deploy.lock';

export async function deploy(steps) {
  try {
    await mkdir(LOCK_DIR); // RACE
  } catch (e) {
    if (e.code === 'EEXIST') throw Object.assign(new Error('deploying already'), { code: 'DEPLOYING' });
    throw e;
  }
  try {
    for (const step of steps) await step();
  } finally {
    await rmdir(LOCK_DIR);
  }
}
