// Safe: `mkdir` without `recursive` is the claim; what follows is done by who made the folder.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function found(home: string, name: string, founder: string): Promise<string> {
  const studio = join(home, name);
  if (existsSync(studio)) throw new Error(`there is a studio called ${name}`);
  try {
    await mkdir(studio);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Error(`${name} was just taken`);
    throw error;
  }
  await writeFile(join(studio, 'founder.txt'), founder);
  return studio;
}
