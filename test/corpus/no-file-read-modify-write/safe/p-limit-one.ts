// safe: a limit of one runs the updates one by one
import { readFile, writeFile } from 'node:fs/promises';
import pLimit from 'p-limit';

const one = pLimit(1);

export const addTag = (tag: string) =>
  one(async () => {
    const tags = JSON.parse(await readFile('tags.json', 'utf8')) as string[];
    await writeFile('tags.json', JSON.stringify([...tags, tag]));
  });
