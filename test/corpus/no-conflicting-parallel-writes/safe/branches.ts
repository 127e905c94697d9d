// safe: only one of the two runs
import { rm, writeFile } from 'node:fs/promises';

export async function sync(text: string | undefined): Promise<void> {
  if (text === undefined) {
    rm('note.txt', { force: true }).catch(console.error);
    return;
  }
  await writeFile('note.txt', text);
}
