// SAFE: the slots are this call's own; a failure ends all of it, and nobody else waits for one.
import { Sema } from 'async-sema';
import { readFile, writeFile } from 'node:fs/promises';

export async function stamp(files: readonly string[], year: number): Promise<void> {
  const slots = new Sema(8, { capacity: files.length });
  await Promise.all(
    files.map(async (file) => {
      await slots.acquire();
      const text = await readFile(file, 'utf8');
      await writeFile(`${file}.stamped`, text.replace('YEAR', String(year)));
      slots.release();
    }),
  );
}
