// Safe: the process and a counter of its own are in the name.
import { writeFile, rename } from 'node:fs/promises';
let counter = 0;
export async function save(file: string, text: string): Promise<void> {
  const tmp = `${file}.${process.pid}.${counter++}.tmp`;
  await writeFile(tmp, text);
  await rename(tmp, file);
}
