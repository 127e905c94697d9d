import { writeFile } from 'node:fs/promises';
import { review } from './reviewer.js';

export async function reviewFiles(files: string[]): Promise<void> {
  await Promise.all([
    ...files.map(async (file) => {
      const notes = await review(file);
      await writeFile('review.md', notes); // RACE
    }),
    writeFile('index.md', files.join('\n')),
  ]);
}
