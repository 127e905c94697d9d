// safe: asks what kind of thing it is, and only reads
import { readdir, stat } from 'node:fs/promises';

export async function list(path: string): Promise<string[]> {
  const info = await stat(path);
  if (!info.isDirectory()) return [path];
  return readdir(path);
}
