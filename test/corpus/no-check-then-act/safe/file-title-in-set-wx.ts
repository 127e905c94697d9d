import { promises as fs } from 'node:fs';
import { join } from 'node:path';

export class Snippets {
  constructor(private readonly folder: string) {}

  private async titles(): Promise<Set<string>> {
    return new Set(await fs.readdir(this.folder));
  }

  async create(title: string, code: string): Promise<boolean> {
    const entry = `${title}.txt`;
    const there = await this.titles();
    if (there.has(entry)) return false;
    await fs.writeFile(join(this.folder, entry), code, { flag: 'wx' });
    return true;
  }

  /** Written again on purpose, where something of another name is missing. */
  async index(title: string): Promise<void> {
    const there = await this.titles();
    if (there.has('index.txt')) return;
    await fs.writeFile(join(this.folder, 'contents.txt'), title);
  }
}
