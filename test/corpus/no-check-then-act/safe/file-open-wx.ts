// safe: opened with `wx`, written through the handle
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';

export async function claim(file: string) {
  if (existsSync(file)) return null;
  const handle = await open(file, 'wx');
  await handle.writeFile(String(process.pid));
  return handle;
}
