// safe: only one can rename it, the others are told so
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

export async function take(from: string, to: string): Promise<boolean> {
  if (!existsSync(from)) return false;
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
