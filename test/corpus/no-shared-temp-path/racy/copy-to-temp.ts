import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function inspect(database: string, query: (file: string) => Promise<unknown[]>) {
  const copy = join(tmpdir(), 'history.sqlite-copy');
  await copyFile(database, copy); // RACE
  return query(copy);
}
