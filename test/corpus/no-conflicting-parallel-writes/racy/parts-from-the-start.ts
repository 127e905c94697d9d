import { open } from 'node:fs/promises';
import { readPart } from './parts.js';

export async function assemble(target: string, starts: readonly number[]): Promise<void> {
  const file = await open(target, 'w');
  try {
    await Promise.all(
      starts.map(async (start) => {
        const part = await readPart(start);
        await file.writeFile(part); // RACE
      }),
    );
  } finally {
    await file.close();
  }
}
