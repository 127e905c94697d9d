// safe: two paths
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function emit(dir: string, code: string, map: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await Promise.all([
    writeFile(path.join(dir, 'bundle.js'), code),
    writeFile(path.join(dir, 'bundle.js.map'), map),
  ]);
}
