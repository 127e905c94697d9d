import fs from 'node:fs/promises';
import path from 'node:path';

export async function publish(root, build) {
  const lock = path.join(root, 'publish.lock');
  let file;
  try {
    file = await fs.open(lock, 'wx'); // RACE
  } catch (err) {
    if (err.code === 'EEXIST') return { skipped: true };
    throw err;
  }
  try {
    await build();
    return { skipped: false };
  } finally {
    await file.close();
    await fs.unlink(lock);
  }
}
