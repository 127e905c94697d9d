// safe: a backup beside the file stays; it is not moved into place
import { copyFile, writeFile } from 'node:fs/promises';

export async function migrate(file: string, text: string) {
  await copyFile(file, `${file}.bak`);
  await writeFile(file, text);
}
