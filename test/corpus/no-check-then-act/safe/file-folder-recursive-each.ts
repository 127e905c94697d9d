// Safe: every folder is made sure of, and nobody is told whether it was there.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function prepare(folders: readonly string[], readme: string): Promise<void> {
  for (const folder of folders) {
    if (existsSync(folder)) continue;
    await mkdir(folder, { recursive: true });
  }
  await writeFile(path.join(folders[0] ?? '.', 'README.md'), readme);
}
