import pLimit from 'p-limit';
import { writeFile } from 'node:fs/promises';
import { lighthouse } from './lighthouse.js';

const limit = pLimit(4);

export async function audit(urls: string[]): Promise<number[]> {
  return Promise.all(
    urls.map((url) =>
      limit(async () => {
        const result = await lighthouse(url);
        await writeFile('lighthouse.json', JSON.stringify(result)); // RACE
        return result.score;
      }),
    ),
  );
}
