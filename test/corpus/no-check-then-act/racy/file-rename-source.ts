import { promises as fsp } from 'node:fs';
import * as path from 'node:path';

/** Takes a job file out of the inbox. */
export class Inbox {
  constructor(private readonly dir: string) {}

  async take(name: string) {
    const from = path.join(this.dir, 'new', name);
    if (!(await this.has(from))) return undefined;
    const to = path.join(this.dir, 'working', name);
    await fsp.rename(from, to); // RACE
    return to;
  }

  private async has(file: string): Promise<boolean> {
    return fsp.stat(file).then(
      () => true,
      () => false,
    );
  }
}
