// safe: the old content only decides whether to write; what is written does not come from it
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export async function emit(file: string, generated: string): Promise<boolean> {
  const current = await readFile(file, 'utf8').catch(() => undefined);
  if (current !== undefined && digest(current) === digest(generated)) return false;
  await writeFile(file, generated);
  return true;
}
