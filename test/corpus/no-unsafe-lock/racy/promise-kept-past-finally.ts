import { Mutex } from 'async-mutex';
import fs from 'node:fs/promises';

const mutex = new Mutex();

export async function addEntry(file: string, entry: string): Promise<void> {
  const release = await mutex.acquire();
  let writing: Promise<void> | undefined;
  try {
    const entries = JSON.parse(await fs.readFile(file, 'utf8')) as string[];
    writing = fs.writeFile(file, JSON.stringify([...entries, entry]));
  } finally {
    release(); // RACE
  }
  await writing;
}
