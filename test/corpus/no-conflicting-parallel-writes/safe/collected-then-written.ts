// Safe: the tasks only give results; the file is written once, when all are there.
import { writeFile } from 'node:fs/promises';
import { review } from './reviewer.js';

export async function reviewFiles(files: string[]): Promise<void> {
  const pending = files.map(async (file) => ({ file, notes: await review(file) }));
  const reviews = await Promise.all(pending);
  await writeFile('review.json', JSON.stringify(reviews));
}
