import { rename, writeFile } from 'node:fs/promises';

export async function saveProfile(file: string, profile: object): Promise<void> {
  const half = file.replace(/\.json$/, '.half');
  await writeFile(half, JSON.stringify(profile)); // RACE
  await rename(half, file);
}
