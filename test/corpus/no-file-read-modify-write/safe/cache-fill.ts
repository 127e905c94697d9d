// safe: a cache that is filled from its source on a miss; nothing of the old content is kept
import { readFile, writeFile } from 'node:fs/promises';

export async function cached(key: string, load: () => Promise<unknown>): Promise<unknown> {
  const file = `.cache/${key}.json`;
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    const value = await load();
    await writeFile(file, JSON.stringify(value));
    return value;
  }
}
