// safe: a folder as a lock, whose age is looked at
import { mkdir, rmdir, stat } from 'node:fs/promises';

export async function withFolderLock(path, task) {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST' || attempt === 99) throw error;
      const { mtimeMs } = await stat(lock);
      if (Date.now() - mtimeMs > 30_000) throw Object.assign(new Error(`${lock} is old`), { code: 'LOCK_STALE' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    return await task();
  } finally {
    await rmdir(lock);
  }
}
