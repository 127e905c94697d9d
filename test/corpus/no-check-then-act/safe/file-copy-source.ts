// safe: the copied file is only read
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';

export async function backup(file: string) {
  if (!existsSync(file)) return;
  await copyFile(file, `${file}.bak`);
}
