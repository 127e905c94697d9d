import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
function tempFile(ext: string): string {
  return join(tmpdir(), `upload-${Date.now()}.${ext}`);
}
export async function scan(data: Buffer, clam: (file: string) => Promise<boolean>): Promise<boolean> {
  const file = tempFile('bin');
  await writeFile(file, data); // RACE
  return clam(file);
}
