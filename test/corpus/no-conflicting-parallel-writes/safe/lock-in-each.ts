// Safe: each task holds the lock while it reads, merges and writes.
import { Mutex } from 'async-mutex';
import { readFile, writeFile } from 'node:fs/promises';
import { review } from './reviewer.js';

const mutex = new Mutex();

export async function reviewFiles(files: string[]): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      const notes = await review(file);
      await mutex.runExclusive(async () => {
        const all = JSON.parse(await readFile('review.json', 'utf8'));
        all[file] = notes;
        await writeFile('review.json', JSON.stringify(all));
      });
    }),
  );
}
