// safe: the write is awaited before the finalizer lets go
import { readFile, writeFile } from 'node:fs/promises';
import { Mutex } from 'async-mutex';

const diary = new Mutex();

export async function note(line: string): Promise<void> {
  const release = await diary.acquire();
  try {
    const text = await readFile('diary.txt', 'utf8');
    return await writeFile('diary.txt', `${text}${line}\n`);
  } finally {
    release();
  }
}
