// safe: opened for appending, so the write adds to what is there
import { readFile, writeFile } from 'node:fs/promises';

export async function note(text: string) {
  const before = await readFile('notes.txt', 'utf8');
  const number = before.split('\n').length;
  await writeFile('notes.txt', `${number}. ${text}\n`, { flag: 'a' });
}
