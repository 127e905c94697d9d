import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

async function isThere(target: string): Promise<boolean> {
  try {
    await access(target);
    return true;
  } catch {
    return false;
  }
}

export class Studios {
  constructor(private readonly home: string) {}

  async found(name: string, founder: string): Promise<string> {
    const studio = join(this.home, name);
    if (await isThere(studio)) throw new Error(`there is a studio called ${name}`);
    await mkdir(join(studio, 'tracks'), { recursive: true }); // RACE
    await writeFile(join(studio, 'founder.txt'), founder);
    return studio;
  }
}
