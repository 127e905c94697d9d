import { writeFile, rename } from 'node:fs/promises';
export async function persist(file: string, state: object): Promise<void> {
  const tmp = `${file}.${Date.now()}.tmp`;
  await writeFile(tmp, JSON.stringify(state)); // RACE
  await rename(tmp, file);
}
