// safe: `force` is content with nothing there
import { existsSync, rmSync } from 'node:fs';

export function drop(file: string) {
  if (existsSync(file)) rmSync(file, { force: true });
}
