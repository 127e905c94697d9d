// safe: a tool that edits the source files that it is given
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';

export async function formatFile(file: string) {
  const source = await readFile(file, 'utf8');
  const formatted = await format(source, { filepath: file });
  if (formatted !== source) await writeFile(file, formatted);
}
