import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function saveTile(file, tile) {
  const half = path.join(path.dirname(file), '.incoming');
  await writeFile(half, tile); // RACE
  await rename(half, file);
}
