// safe: a random id in the name
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

export async function upload(data: Uint8Array) {
  const file = `${tmpdir()}/upload-${randomUUID()}.bin`;
  await writeFile(file, data);
  return file;
}
