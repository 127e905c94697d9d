// Safe: the limit is one, so the tasks take turns.
import pLimit from 'p-limit';
import { writeFile } from 'node:fs/promises';
import { lighthouse } from './lighthouse.js';

const limit = pLimit(1);

export async function audit(urls: string[]): Promise<void> {
  await Promise.all(
    urls.map((url) =>
      limit(async () => {
        await writeFile('lighthouse.json', JSON.stringify(await lighthouse(url)));
      }),
    ),
  );
}
