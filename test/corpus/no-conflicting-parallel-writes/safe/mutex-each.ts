// safe: a mutex is held from read to write
import { Mutex } from 'async-mutex';
import { readFile, writeFile } from 'node:fs/promises';

const mutex = new Mutex();

export async function addAll(items: string[]): Promise<void> {
  await Promise.all(
    items.map((item) =>
      mutex.runExclusive(async () => {
        const list = JSON.parse(await readFile('list.json', 'utf8')) as string[];
        await writeFile('list.json', JSON.stringify([...list, item]));
      }),
    ),
  );
}
