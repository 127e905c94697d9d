import fs from 'node:fs/promises';

export async function roll(journal, max) {
  const info = await fs.stat(journal).catch(() => null);
  if ((info?.size ?? 0) < max) return false;
  await fs.rename(journal, journal + '.previous'); // RACE
  return true;
}
