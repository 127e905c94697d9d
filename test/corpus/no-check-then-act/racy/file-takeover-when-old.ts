import { stat, writeFile } from 'node:fs/promises';

/** Whoever gets true is the one who sends the reminders. */
export async function becomeSender(baton: string, me: string): Promise<boolean> {
  const info = await stat(baton).catch(() => null);
  if (info && Date.now() - info.mtimeMs < 60_000) return false;
  await writeFile(baton, me); // RACE
  return true;
}
