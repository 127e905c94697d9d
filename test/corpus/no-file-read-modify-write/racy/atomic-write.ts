import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';

export async function bumpBuild(manifestPath: string): Promise<number> {
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as { build: number };
  manifest.build += 1;
  await writeFileAtomic(manifestPath, JSON.stringify(manifest)); // RACE
  return manifest.build;
}
