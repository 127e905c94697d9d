// safe: a file lock is held from the read to the write
import { readFile } from 'node:fs/promises';
import lockfile from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';

const FILE = 'tasks.json';

export async function addTask(task: { id: string }) {
  const release = await lockfile.lock(FILE, { retries: { retries: 10, minTimeout: 20 } });
  try {
    const tasks = JSON.parse(await readFile(FILE, 'utf8')) as { id: string }[];
    tasks.push(task);
    await writeFileAtomic(FILE, JSON.stringify(tasks));
  } finally {
    await release();
  }
}
