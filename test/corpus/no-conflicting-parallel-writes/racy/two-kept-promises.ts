import { writeFile } from 'node:fs/promises';
import { draft, critique } from './writers.js';

export async function compose(topic: string): Promise<void> {
  const first = draft(topic).then((text) => writeFile('article.md', text));
  const second = critique(topic).then((text) => writeFile('article.md', text)); // RACE
  await Promise.all([first, second]);
}
