// safe: a folder as a lock, removed when it is old
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
      if (Date.now() - mtimeMs > 30_000) await rmdir(lock);
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    return await task();
  } finally {
    await rmdir(lock);
  }
}
