// safe: every call has a new directory from tempy
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDirectory } from 'tempy';

export async function patch(base: string) {
  const file = join(temporaryDirectory(), 'patched.json');
  await writeFile(file, base);
  const data = JSON.parse(await readFile(file, 'utf8'));
  data.patched = true;
  await writeFile(file, JSON.stringify(data));
  return file;
}
