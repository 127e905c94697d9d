import { rm, lstat } from 'node:fs/promises';

export async function resetWorkspace(dir: string) {
  let present = true;
  try {
    await lstat(dir);
  } catch {
    present = false;
  }
  if (present) {
    await rm(dir, { recursive: true }); // RACE
  }
}
