import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export async function saveUpload(data: Uint8Array): Promise<string> {
  const file = path.join(os.tmpdir(), `upload-${Date.now()}.bin`);
  await fs.writeFile(file, data); // RACE
  return file;
}
