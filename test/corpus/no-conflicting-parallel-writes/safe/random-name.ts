// safe: each file has a random name
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

export async function saveAll(pages: string[]): Promise<string[]> {
  return Promise.all(
    pages.map(async (page) => {
      const file = `/var/spool/pages/${randomUUID()}.html`;
      await writeFile(file, page);
      return file;
    }),
  );
}
