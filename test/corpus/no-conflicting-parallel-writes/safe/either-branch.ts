// Safe: only one of the two writes runs.
import { writeFile } from 'node:fs/promises';

export async function store(file: string, text: string, isDraft: boolean): Promise<void> {
  await Promise.all([
    isDraft ? writeFile(file, `DRAFT\n${text}`) : writeFile(file, text),
    writeFile(`${file}.meta`, JSON.stringify({ isDraft })),
  ]);
}
