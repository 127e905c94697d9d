// Safe: the folder is locked from the count to the write.
import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

export async function keep(album: string, image: Buffer): Promise<string> {
  const release = await lock(album, { retries: 10 });
  try {
    if ((await readdir(album)).length >= 20) throw new Error('the album is full');
    const id = randomUUID();
    await writeFile(join(album, `${id}.webp`), image);
    return id;
  } finally {
    await release();
  }
}
