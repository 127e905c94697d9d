import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname, basename, join } from 'node:path';
export async function storeUpload(dir, name, data) {
  const ext = extname(name);
  const stem = basename(name, ext);
  let target = join(dir, name);
  let counter = 1;
  while (existsSync(target)) {
    target = join(dir, `${stem} (${counter})${ext}`);
    counter++;
  }
  await writeFile(target, data); // RACE
  return target;
}
