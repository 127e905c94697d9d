// Safe: only one can rename it; the others get ENOENT and look at the next.
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
export async function next(dir: string): Promise<string | null> {
  for (const name of await readdir(dir)) {
    try {
      await rename(join(dir, name), join(dir, '..', 'work', name));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
  }
  return null;
}
