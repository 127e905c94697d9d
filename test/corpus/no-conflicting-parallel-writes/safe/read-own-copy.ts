// safe: the copies are of one file, to a path for each
import { copyFile, writeFile } from 'node:fs/promises';

export async function spread(names: string[], text: string): Promise<void> {
  await writeFile('template.txt', text);
  await Promise.all(names.map((name) => copyFile('template.txt', `out/${name}.txt`)));
}
