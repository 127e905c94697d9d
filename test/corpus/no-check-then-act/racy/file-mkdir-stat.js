import { stat, mkdir } from 'fs/promises';

export async function prepare(dir) {
  const info = await stat(dir).catch(() => null);
  if (!info) {
    await mkdir(dir); // RACE
  }
  return dir;
}
