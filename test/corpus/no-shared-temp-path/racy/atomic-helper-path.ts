import { writeFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
const target = (id: string) => join('/data/boards', `${id}.json`);
export async function saveBoard(id: string, board: unknown): Promise<void> {
  const next = `${target(id)}.new`;
  await writeFile(next, JSON.stringify(board)); // RACE
  await rename(next, target(id));
}
