import { promises as fs } from 'fs';
export class JsonStore<T> {
  private readonly tmp: string;
  constructor(private readonly file: string) {
    this.tmp = file + '.tmp';
  }
  async save(data: T): Promise<void> {
    await fs.writeFile(this.tmp, JSON.stringify(data)); // RACE
    await fs.rename(this.tmp, this.file);
  }
}
