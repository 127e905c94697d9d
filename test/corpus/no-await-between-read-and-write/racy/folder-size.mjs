import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export async function folderSize(dir) {
  let total = 0;
  const names = await readdir(dir);
  await Promise.all(
    names.map(async (name) => {
      const full = path.join(dir, name);
      total += await sizeOf(full); // RACE
    }),
  );
  return total;
}

async function sizeOf(file) {
  const info = await stat(file);
  return info.isFile() ? info.size : 0;
}
