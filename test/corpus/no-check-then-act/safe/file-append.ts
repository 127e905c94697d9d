// safe: an append makes the file where it is missing
import { appendFileSync, existsSync } from 'node:fs';

export function log(file: string, line: string) {
  if (!existsSync(file)) console.warn(`starting ${file}`);
  appendFileSync(file, `${line}\n`);
}
