// safe: a name that nobody else has
import { randomUUID } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';

export async function upload(data: Buffer) {
  const file = `uploads/${randomUUID()}.bin`;
  const taken = await access(file).then(
    () => true,
    () => false,
  );
  if (taken) throw new Error('Astonishing');
  await writeFile(file, data);
  return file;
}
