// safe: lock and unlock of proper-lockfile, imported by name
import { lock, unlock } from 'proper-lockfile';
import fs from 'node:fs/promises';

export async function increment(file) {
  await lock(file, { retries: 5 });
  try {
    const count = Number(await fs.readFile(file, 'utf8'));
    await fs.writeFile(file, String(count + 1));
  } finally {
    await unlock(file);
  }
}
