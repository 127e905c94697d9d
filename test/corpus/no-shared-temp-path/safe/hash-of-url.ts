// Safe: an id of the call is in the name, beside the hash of what is fetched.
import { createHash, randomUUID } from 'node:crypto';
import { writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function fetchModel(url: string): Promise<Buffer> {
  const hash = createHash('sha256').update(url).digest('hex');
  const local = path.join(tmpdir(), `${hash}-${randomUUID()}`);
  await writeFile(local, Buffer.from(await (await fetch(url)).arrayBuffer()));
  return readFile(local);
}
