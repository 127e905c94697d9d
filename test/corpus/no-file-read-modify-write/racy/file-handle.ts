import { open } from 'node:fs/promises';

export async function nextSequence(): Promise<number> {
  const handle = await open('sequence.txt', 'r+');
  try {
    const current = Number(await handle.readFile('utf8'));
    await handle.truncate(0);
    await handle.write(String(current + 1), 0); // RACE
    return current + 1;
  } finally {
    await handle.close();
  }
}
