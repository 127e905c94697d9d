import { existsSync } from 'fs';
import { rename } from 'fs/promises';
export async function renameNote(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Error('A note of that name exists');
  await rename(from, to); // RACE
}
