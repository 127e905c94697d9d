// safe: a file lock is held from the write to the rename
import { rename, writeFile } from 'node:fs/promises';
import lockfile from 'proper-lockfile';

export async function save(file: string, text: string) {
  const release = await lockfile.lock(file, { realpath: false, retries: 10 });
  try {
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
  } finally {
    await release();
  }
}
