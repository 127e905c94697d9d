import * as lockfile from 'proper-lockfile';
import { readFile, writeFile } from 'node:fs/promises';

export class Board {
  constructor(private readonly file: string) {}

  async add(card: string): Promise<void> {
    const release = await lockfile.lock(this.file, { retries: 5 }); // RACE
    const cards = JSON.parse(await readFile(this.file, 'utf8')) as string[];
    cards.push(card);
    await writeFile(this.file, JSON.stringify(cards));
    await release();
  }
}
