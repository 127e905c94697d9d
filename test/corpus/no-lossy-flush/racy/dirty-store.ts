import { writeFile } from 'node:fs/promises';

export class SettingsStore {
  private values: Record<string, unknown> = {};
  private dirty = false;

  set(key: string, value: unknown): void {
    this.values[key] = value;
    this.dirty = true;
  }

  async save(): Promise<void> {
    if (!this.dirty) return;
    await writeFile('settings.json', JSON.stringify(this.values));
    this.dirty = false; // RACE
  }
}
