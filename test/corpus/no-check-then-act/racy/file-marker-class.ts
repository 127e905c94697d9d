import { pathExists, ensureDir, writeJson } from 'fs-extra';
import * as path from 'node:path';
export class Migrations {
  constructor(private readonly root: string, private readonly log: (text: string) => void) {}
  private marker(id: string): string {
    return path.join(this.root, 'applied', `${id}.json`);
  }
  async apply(id: string, run: () => Promise<void>): Promise<void> {
    const marker = this.marker(id);
    if (await pathExists(marker)) {
      this.log(`${id} was applied`);
      return;
    }
    await run();
    await ensureDir(path.dirname(marker));
    await writeJson(marker, { at: Date.now() }); // RACE
  }
}
