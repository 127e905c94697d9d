// safe: the index is rebuilt from the entries, and not from itself
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function rebuild(dir: string) {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.md'));
  const titles = await Promise.all(
    names.map(async (name) => (await readFile(path.join(dir, name), 'utf8')).split('\n')[0]),
  );
  await writeFile(path.join(dir, 'index.json'), JSON.stringify(titles));
}
