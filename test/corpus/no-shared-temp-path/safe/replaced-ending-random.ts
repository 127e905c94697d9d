// Safe: each call has a file of its own beside the target.
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';

export async function saveProfile(file: string, profile: object): Promise<void> {
  const half = file.replace(/\.json$/, `.${randomUUID()}`);
  await writeFile(half, JSON.stringify(profile));
  await rename(half, file);
}
