// Safe: the folder was made for this call.
import { mkdtemp, access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
export async function pack(files: Map<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'pack-'));
  for (const [name, text] of files) {
    const file = join(dir, name);
    if (await access(file).then(() => true, () => false)) throw new Error('twice');
    await writeFile(file, text);
  }
  return dir;
}
