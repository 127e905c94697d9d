// safe: appends do not write over one another
import { appendFile } from 'node:fs/promises';
import { check } from './links.js';

export async function checkAll(urls: string[]): Promise<void> {
  await Promise.all(
    urls.map(async (url) => {
      const status = await check(url);
      await appendFile('links.log', `${url} ${status}\n`);
    }),
  );
}
