import { mkdir, rm, writeFile } from 'node:fs/promises';

export async function build(files: Map<string, string>): Promise<void> {
  rm('dist', { recursive: true, force: true }); // RACE
  await mkdir('dist', { recursive: true });
  for (const [name, text] of files) await writeFile(`dist/${name}`, text);
}
