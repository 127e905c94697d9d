// safe: only read, whatever the check says
import fs from 'node:fs/promises';

export async function load(file) {
  try {
    await fs.access(file);
  } catch {
    return [];
  }
  const text = await fs.readFile(file, 'utf8');
  return JSON.parse(text);
}
