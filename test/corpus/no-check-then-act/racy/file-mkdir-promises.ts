import { access, mkdir } from 'node:fs/promises';

export async function ensureCacheDir(dir: string): Promise<void> {
  try {
    await access(dir);
  } catch {
    await mkdir(dir); // RACE
  }
}
