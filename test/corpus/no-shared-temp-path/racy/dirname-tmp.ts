import { writeFile, rename } from 'node:fs/promises';
import path from 'node:path';
export async function put(file: string, text: string): Promise<void> {
  const tmp = path.join(path.dirname(file), `.${path.basename(file)}.tmp`);
  await writeFile(tmp, text); // RACE
  await rename(tmp, file);
}
