// safe: read and written to a file; the restore writes what is in the file
import { readFile, writeFile } from 'node:fs/promises';
import { createClient } from 'redis';

const client = createClient();

export async function backup(key: string, file: string) {
  const value = await client.get(key);
  await writeFile(file, value ?? '');
}

export async function restore(key: string, file: string) {
  const text = await readFile(file, 'utf8');
  await client.set(key, text);
}
