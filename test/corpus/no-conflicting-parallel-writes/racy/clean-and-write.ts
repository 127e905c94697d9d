import { mkdir, rm, writeFile } from 'node:fs/promises';

export async function build(files: Map<string, string>): Promise<void> {
  rm('dist', { recursive: true, force: true });
  await mkdir('dist', { recursive: true }); // RACE
  for (const [name, text] of files) await writeFile(`dist/${name}`, text);
}
