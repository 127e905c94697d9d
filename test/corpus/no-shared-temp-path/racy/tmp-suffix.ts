import { rename, writeFile } from 'node:fs/promises';

export async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text); // RACE
  await rename(`${file}.tmp`, file);
}
