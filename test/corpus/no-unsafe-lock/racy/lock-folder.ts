import { mkdir, rmdir } from 'node:fs/promises';

export class FolderLock {
  constructor(private readonly path: string) {}

  async acquire(): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt++) {
      try {
        await mkdir(`${this.path}.lock`); // RACE
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw Object.assign(new Error(`${this.path} is held`), { code: 'LOCK_HELD', retryAfterMs: 1000 });
  }

  async release(): Promise<void> {
    await rmdir(`${this.path}.lock`);
  }
}
