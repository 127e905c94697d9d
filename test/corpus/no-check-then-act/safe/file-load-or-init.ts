// safe: what is there is read and given back; defaults stand in for what is not
import { readFile, writeFile } from 'node:fs/promises';

export async function settings(file: string) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    const defaults = { theme: 'dark' };
    await writeFile(file, JSON.stringify(defaults));
    return defaults;
  }
}
