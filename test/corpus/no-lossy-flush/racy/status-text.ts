import { writeFile } from 'node:fs/promises';

export class Settings {
  private values: Record<string, string> = {};
  private status: 'saved' | 'changed' = 'saved';

  set(name: string, value: string): void {
    this.values[name] = value;
    this.status = 'changed';
  }

  async save(path: string): Promise<void> {
    if (this.status === 'saved') return;
    await writeFile(path, JSON.stringify(this.values));
    this.status = 'saved'; // RACE
  }
}
