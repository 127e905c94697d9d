import { readFile, writeFile } from 'node:fs/promises';
export async function forget(file: string, user: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const kept = lines.filter((line) => !line.startsWith(`${user}:`));
  if (kept.length === lines.length) return;
  await writeFile(file, kept.join('\n')); // RACE
}
