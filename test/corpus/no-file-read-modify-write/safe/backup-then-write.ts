// safe: the old content goes to a backup; the new content does not come from it
import { copyFile, readFile, writeFile } from 'node:fs/promises';

export async function install(file: string, text: string) {
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (old !== undefined) {
    await writeFile(`${file}.bak`, old);
    await copyFile(file, `${file}.orig`);
  }
  await writeFile(file, text);
}
