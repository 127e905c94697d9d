import archiver from 'archiver';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
export async function bundle(dir: string): Promise<string> {
  const zip = join(tmpdir(), 'export.zip');
  const out = createWriteStream(zip); // RACE
  const archive = archiver('zip');
  archive.pipe(out);
  archive.directory(dir, false);
  await archive.finalize();
  return zip;
}
