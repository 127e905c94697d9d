// safe: nobody of this process comes between the two, and it is the only one that has the folder
import { existsSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

export class Uploads {
  constructor(private readonly folder: string) {}

  async remove(name: string): Promise<void> {
    const file = join(this.folder, name);
    if (existsSync(file)) unlinkSync(file);
  }
}
