import { readdir, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const MONTH = 30 * 24 * 3600 * 1000;

/** Carts are saved whenever a visitor changes one. */
export class Carts {
  constructor(private readonly folder: string) {}

  async save(visitor: string, cart: unknown): Promise<void> {
    await writeFile(path.join(this.folder, `${visitor}.json`), JSON.stringify(cart));
  }

  async forgetOld(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const file = path.join(this.folder, name);
      const info = await stat(file);
      if (Date.now() - info.mtimeMs > MONTH) await unlink(file); // RACE
    }
  }
}
