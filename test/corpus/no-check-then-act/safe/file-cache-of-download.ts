// Safe: what is missing is downloaded beside it under a name of its own, and renamed into place; who comes second replaces it by the same.
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
export async function modelFile(file: string, url: string): Promise<string> {
  if (existsSync(file)) return file;
  const response = await fetch(url);
  const part = `${file}.${randomUUID()}.part`;
  await writeFile(part, Buffer.from(await response.arrayBuffer()));
  await rename(part, file);
  return file;
}
