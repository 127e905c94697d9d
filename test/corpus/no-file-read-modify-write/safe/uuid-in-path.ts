// safe: nobody else can name the file
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

export async function stage(lines: string[]) {
  const file = `staging/${randomUUID()}.txt`;
  await writeFile(file, lines.join('\n'));
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.toUpperCase());
  return file;
}
