// safe: ENOENT is handled
import { existsSync, unlinkSync } from 'node:fs';

export function drop(file: string) {
  try {
    if (existsSync(file)) unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
