import { readFile, writeFile } from 'node:fs/promises';
import { Mutex } from 'async-mutex';

const diary = new Mutex();

export async function note(line: string): Promise<void> {
  const release = await diary.acquire();
  try {
    const text = await readFile('diary.txt', 'utf8');
    return writeFile('diary.txt', `${text}${line}\n`); // RACE
  } finally {
    release();
  }
}
