import * as fs from 'node:fs/promises';
import * as path from 'node:path';

export async function writeJsonAtomic(file: string, value: unknown): Promise<void> {
  const directory = path.dirname(file);
  await fs.mkdir(directory, { recursive: true });
  const staging = `${file}.tmp`;
  try {
    await fs.writeFile(staging, JSON.stringify(value, null, 2), 'utf8'); // RACE
    await fs.rename(staging, file);
  } catch (error) {
    await fs.unlink(staging).catch(() => undefined);
    throw error;
  }
}
