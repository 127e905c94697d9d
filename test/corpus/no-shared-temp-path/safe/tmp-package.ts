// safe: the tmp package names the file
import { writeFile } from 'node:fs/promises';
import tmp from 'tmp-promise';

export async function scratch(text: string, use: (file: string) => Promise<void>) {
  const { path, cleanup } = await tmp.file();
  await writeFile(path, text);
  await use(path);
  await cleanup();
}
