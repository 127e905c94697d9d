import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export class MinuteBook {
  constructor(private readonly folder: string) {}

  async add(text: string): Promise<string> {
    const names = await readdir(this.folder);
    const number = String(names.length + 1).padStart(4, '0');
    const file = path.join(this.folder, `${number}.md`);
    await writeFile(file, text); // RACE
    return number;
  }
}
