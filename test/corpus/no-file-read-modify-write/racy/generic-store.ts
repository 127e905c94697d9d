import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
export class JsonFile<T> {
  constructor(private readonly path: string, private readonly initial: T) {}
  async read(): Promise<T> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return structuredClone(this.initial);
      throw error;
    }
  }
  async write(value: T): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(this.path, JSON.stringify(value, null, 2));
  }
  async update(change: (value: T) => T | Promise<T>): Promise<T> {
    const next = await change(await this.read());
    await this.write(next); // RACE
    return next;
  }
}
