// safe: nanoid beside the shared file
import { nanoid } from 'nanoid';
import { rename, writeFile } from 'node:fs/promises';

export async function replace(file, text) {
  const next = `${file}.${nanoid()}.tmp`;
  await writeFile(next, text);
  await rename(next, file);
}
