// safe: what is checked and written is one open file
import { open } from 'node:fs/promises';

export async function truncateIfLarge(file: string, max: number) {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    if (size > max) await handle.truncate(0);
  } finally {
    await handle.close();
  }
}
