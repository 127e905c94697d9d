// safe: loaded once by init; from then on the object is the truth and each save writes all of it
import { readFile, writeFile } from 'node:fs/promises';

export class Preferences {
  private values: Record<string, string> = {};

  constructor(private readonly file: string) {}

  async init() {
    this.values = JSON.parse(await readFile(this.file, 'utf8'));
  }

  async set(name: string, value: string) {
    this.values[name] = value;
    await writeFile(this.file, JSON.stringify(this.values));
  }
}
