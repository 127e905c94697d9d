// safe: the flag is cleared before the save, so a change during the save sets it again
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
    this.dirty = false;
    try {
      await writeFile('settings.json', JSON.stringify(this.values));
    } catch (error) {
      this.dirty = true;
      throw error;
    }
  }
}
