// Safe: the folder is looked at, another path is written.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
export function writeReport(dir: string, id: string, text: string): void {
  if (!statSync(dir).isDirectory()) throw new Error(`${dir} is no directory`);
  writeFileSync(join(dir, `${id}.md`), text);
}
