// Safe: a backup has the time in its name and is never written again; what is gone already is no error.
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export class Backups {
  constructor(private readonly folder: string) {}

  async make(data: Buffer): Promise<void> {
    await writeFile(path.join(this.folder, `${Date.now()}.bak`), data);
  }

  async forgetOld(limit: number): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const file = path.join(this.folder, name);
      const info = await stat(file).catch(() => undefined);
      if (info && Date.now() - info.mtimeMs > limit) await rm(file, { force: true });
    }
  }
}
