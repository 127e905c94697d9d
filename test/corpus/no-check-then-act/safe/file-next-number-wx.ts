// Safe: the number is taken by `wx`, and the next one is tried where somebody has it.
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function addMinutes(folder: string, text: string): Promise<number> {
  for (let number = (await readdir(folder)).length + 1; ; number += 1) {
    try {
      await writeFile(path.join(folder, `${number}.md`), text, { flag: 'wx' });
      return number;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
