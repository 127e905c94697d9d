// safe: EEXIST is handled
import { existsSync, mkdirSync } from 'node:fs';

export function ensure(dir: string) {
  if (existsSync(dir)) return;
  try {
    mkdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
