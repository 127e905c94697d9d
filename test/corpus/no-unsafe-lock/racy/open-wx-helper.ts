import { open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export class Busy extends Error {
  readonly code = 'BUSY';
}

async function take(file: string, until: number): Promise<void> {
  while (true) {
    try {
      const handle = await open(file, 'wx'); // RACE
      await handle.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (Date.now() > until) throw new Busy(file);
      await pause(100);
    }
  }
}

export async function alone<T>(directory: string, task: () => Promise<T>): Promise<T> {
  const file = `${directory}/.lock`;
  await take(file, Date.now() + 10_000);
  try {
    return await task();
  } finally {
    await rm(file, { force: true });
  }
}
