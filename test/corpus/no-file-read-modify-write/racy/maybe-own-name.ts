import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';

export class Ballots {
  constructor(private readonly folder: string) {}

  private async boxOf(poll: string | undefined): Promise<string | undefined> {
    try {
      await fs.access(this.folder);
    } catch {
      return undefined;
    }
    return poll ? join(this.folder, `${poll}.json`) : join(this.folder, `${randomUUID()}.json`);
  }

  async vote(poll: string | undefined, choice: string): Promise<void> {
    const box = await this.boxOf(poll);
    if (box === undefined) return;
    const ballots = JSON.parse(await fs.readFile(box, 'utf8'));
    ballots.push(choice);
    await fs.writeFile(box, JSON.stringify(ballots)); // RACE
  }
}
