// safe: the function itself has just made the file that it then edits
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function scaffold(dir: string, name: string) {
  const manifest = join(dir, 'package.json');
  await writeFile(manifest, JSON.stringify({ name: 'template' }));
  const json = JSON.parse(await readFile(manifest, 'utf8'));
  json.name = name;
  await writeFile(manifest, JSON.stringify(json));
}
