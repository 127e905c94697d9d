// Safe: an index is written where there are many; that is no limit.
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function index(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length > 10) await writeFile(path.join(folder, 'index.html'), '<ul id="pages"></ul>');
}
