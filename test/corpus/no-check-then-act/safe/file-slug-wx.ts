// Safe: the name is tried with wx, and the next one where it is taken.
import fsp from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
export async function store(dir: string, name: string, data: Buffer): Promise<string> {
  for (let n = 0; ; n++) {
    const target = join(dir, n === 0 ? name : `${n}-${name}`);
    if (existsSync(target)) continue;
    try {
      await fsp.writeFile(target, data, { flag: 'wx' });
      return target;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
