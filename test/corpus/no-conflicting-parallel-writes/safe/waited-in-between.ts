// Safe: the first promise is awaited before the second write begins.
import { writeFile } from 'node:fs/promises';
import { draft, polish } from './writers.js';

export async function compose(topic: string): Promise<void> {
  const text = await draft(topic);
  const saved = writeFile('article.md', text);
  const better = await polish(text);
  await saved;
  await writeFile('article.md', better);
}
