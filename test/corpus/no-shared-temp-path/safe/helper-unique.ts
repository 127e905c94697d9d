// safe: a helper of the file gives a name nobody else has
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const scratchFile = (extension: string) => path.join(tmpdir(), `${randomUUID()}.${extension}`);

export async function toPdf(html: string, print: (file: string) => Promise<Buffer>) {
  const page = scratchFile('html');
  await writeFile(page, html);
  return print(page);
}
