import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';

export async function createTranscript(file: string) {
  if (existsSync(file)) throw new Error('There is a transcript already');
  const handle = await open(file, 'w'); // RACE
  await handle.write('# transcript\n');
  await handle.close();
}
