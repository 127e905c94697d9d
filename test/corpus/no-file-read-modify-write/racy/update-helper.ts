import { readFile, writeFile } from 'node:fs/promises';

async function updateJson<T>(file: string, change: (data: T) => T): Promise<T> {
  const data = JSON.parse(await readFile(file, 'utf8')) as T;
  const next = change(data);
  await writeFile(file, JSON.stringify(next)); // RACE
  return next;
}

export const markDone = (id: string) =>
  updateJson<{ done: string[] }>('progress.json', (progress) => ({ ...progress, done: [...progress.done, id] }));
