// safe: a class that runs its operations through its own queue
import { readFile, writeFile } from 'node:fs/promises';

export class Store {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: string) {}

  private enqueue<T>(job: () => Promise<T>): Promise<T> {
    const run = this.queue.then(job, job);
    this.queue = run.catch(() => undefined);
    return run;
  }

  set(key: string, value: unknown) {
    return this.enqueue(async () => {
      const data = JSON.parse(await readFile(this.file, 'utf8'));
      data[key] = value;
      await writeFile(this.file, JSON.stringify(data));
    });
  }
}
